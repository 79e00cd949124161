import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_type_a_word_press_enter_and_see_what_was_found(page, live_server, home, add):
    add(home, "Network meeting")
    page.goto(f"{live_server.url}/en/search/")
    field = page.get_by_role("main").get_by_role("combobox")
    field.fill('"network')
    field.press("Enter")
    expect(page.get_by_role("main").get_by_role("link", name="Network meeting")).to_be_visible()
    expect(field).to_have_value('"network')


def test_a_word_that_is_nowhere_says_so(page, live_server, home):
    page.goto(f"{live_server.url}/en/search/?q=nowhere")
    expect(page.get_by_role("main")).to_contain_text("Nothing was found for “nowhere”.")

"""Suggestions by keyboard and for screen readers; without the script a plain field."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def field(page, live_server, home, add):
    for title in ("Zebra crossing", "Zebra stripes", "Okapi"):
        add(home, title)
    page.goto(f"{live_server.url}/en/search/")
    return page.get_by_role("main").get_by_role("combobox")


def test_arrows_choose_enter_searches_and_escape_closes(page, field):
    field.press_sequentially("zeb")
    options = page.get_by_role("main").get_by_role("option")
    expect(options).to_have_count(2)
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("zeb")
    field.press_sequentially("ra")
    expect(options).to_have_count(2)
    field.press("ArrowUp")
    chosen = options.last.text_content()
    field.press("Enter")
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name=chosen)).to_be_visible()
    expect(main.get_by_role("combobox")).to_have_value(chosen)


def test_the_number_of_suggestions_is_announced(page, field):
    field.press_sequentially("zeb")
    expect(page.get_by_role("main").get_by_text("Suggestions: 2")).to_be_attached()


def test_without_the_script_it_is_a_field(browser, live_server, home, add):
    add(home, "Zebra crossing")
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/en/search/?q=zebra")
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value("zebra")
    expect(page.get_by_role("main").get_by_role("link", name="Zebra crossing")).to_be_visible()

"""A person goes from a checklist item to its method, changes language, and comes back to it."""

import pytest
from playwright.sync_api import expect

from pathways.models import StepPage

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def tab(browser, request):
    """A phone, with JavaScript and without."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, java_script_enabled=request.param
    )
    yield context.new_page()
    context.close()


def address(server, language, key):
    return server + StepPage.objects.get(key=key, locale__language_code=language).url


def test_to_the_method_and_back_to_the_item_in_another_language(tab, demo_server, db):
    tab.goto(address(demo_server, "en", "first-meeting"))
    link = tab.locator(".task__how a[href*='/methods/']").first
    item = link.locator("xpath=ancestor::li[contains(@class, 'task')][@id]").get_attribute("id")
    link.click()
    expect(tab.locator(".came-from")).to_contain_text("Outreach casework")
    expect(tab.locator(".breadcrumbs")).to_have_count(0)
    expect(tab.locator(".places .stop--here")).to_have_count(1)
    tab.get_by_role("contentinfo").get_by_role("link", name="Dansk").click()
    expect(tab.locator(".came-from")).to_contain_text("Fremskudt sagsbehandling")
    tab.locator(".came-from__back").click()
    expect(tab).to_have_url(f"{address(demo_server, 'da', 'first-meeting')}#{item}")
    expect(tab.locator(f"#{item}")).to_be_in_viewport()


def test_a_method_found_cold_has_no_way_back(tab, demo_server, db):
    tab.goto(f"{demo_server}/en/methods/good-advice-for-the-first-meeting/?from=made-up")
    expect(tab.locator(".came-from")).to_have_count(0)
    expect(tab.locator(".breadcrumbs")).to_be_visible()
    expect(tab.locator(".places .stop__title")).not_to_have_count(0)


@pytest.mark.parametrize("way", ["keyboard", "touch"])
def test_a_word_explains_itself_and_goes_away_again(tab, demo_server, db, way):
    tab.goto(address(demo_server, "en", "contact"))
    word = tab.get_by_role("button", name="working days").first
    explanation = tab.get_by_role("dialog", name="Working day")
    expect(explanation).to_have_count(0)
    if way == "touch":
        word.tap()
        expect(explanation).to_contain_text("Monday to Friday")
        explanation.get_by_role("button").tap()
    else:
        word.press("Enter")
        expect(explanation.get_by_role("button")).to_be_focused()
        tab.keyboard.press("Escape")
        expect(word).to_be_focused()
    expect(explanation).to_have_count(0)

"""In a real browser: from the step's menu to both pages published, and what readers see then."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from pathways.models import ChecklistItem
from tests.editors import PASSWORD, make_editor
from tests.pathways.translating import items_in, page_in

pytestmark = pytest.mark.browser


@pytest.fixture
def at_work(page, live_server, sample):
    """An editor, signed in. Gives a function that opens a page's form."""
    editor = make_editor()
    page.goto(f"{live_server.url}{reverse('wagtailadmin_login')}")
    page.get_by_label("E-mail address").fill(editor.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/admin/")

    def edit(key):
        address = reverse("wagtailadmin_pages:edit", args=[page_in("da", key).pk])
        page.goto(f"{live_server.url}{address}")

    return edit


def menu(page):
    """What can be done with the page, at its top."""
    bar = page.get_by_role("navigation", name="Actions", exact=True)
    return bar.get_by_role("button", name="Actions")


def publish(page):
    """Open the menu at the foot of the form and choose “Publish”."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messages")).to_contain_text("published")


def test_the_key_stays_and_so_does_the_translation(page, live_server, at_work):
    before = ChecklistItem.objects.get(key="opening-first", locale__language_code="da")
    at_work("opening")
    menu(page).click()
    page.get_by_role("link", name="Move checklist items…").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("opening (da)")
    page.get_by_role("checkbox", name="do opening-first (da)").check()
    page.get_by_label("Move to").select_option(label="ending (da)")
    page.get_by_role("button", name="Move", exact=True).click()

    told = page.locator(".messages")
    expect(told).to_contain_text("Now publish both “opening (da)” and “ending (da)”.")
    publish(page)
    at_work("ending")
    publish(page)

    item = items_in("da", "ending")["opening-first"]
    assert item.translation_key == before.translation_key
    page.goto(f"{live_server.url}{page_in('en', 'ending').url}")
    expect(page.get_by_role("main")).to_contain_text("do opening-first (en)")
    page.goto(f"{live_server.url}{page_in('en', 'opening').url}")
    expect(page.get_by_role("main")).not_to_contain_text("do opening-first (en)")


def test_with_the_keyboard_alone(page, live_server, at_work):
    at_work("opening")
    menu(page).press("Enter")
    page.get_by_role("link", name="Move checklist items…").press("Enter")
    page.get_by_role("checkbox", name="do opening-second (da)").press("Space")
    choice = page.get_by_label("Move to")
    choice.press("e")  # a list jumps to what begins with the letter
    choice.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("Now publish both")


class TestWithoutJavaScript:
    @pytest.fixture
    def browser_context_args(self, browser_context_args):
        return {**browser_context_args, "java_script_enabled": False}

    def test_the_form_works_and_keeps_what_was_chosen(self, page, live_server, at_work):
        address = reverse("pathways_move_rows", args=[page_in("da", "opening").pk])
        page.goto(f"{live_server.url}{address}")
        page.get_by_role("checkbox", name="do opening-first (da)").check()
        page.get_by_role("button", name="Move", exact=True).click()
        expect(page.get_by_role("main")).to_contain_text("This field is required.")
        expect(page.get_by_role("checkbox", name="do opening-first (da)")).to_be_checked()
        page.get_by_label("Move to").select_option(label="ending (da)")
        page.get_by_role("button", name="Move", exact=True).click()
        expect(page.get_by_role("main")).to_contain_text("Now publish both")

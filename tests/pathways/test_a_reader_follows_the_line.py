"""A person opens steps on a pathway's line, ticks, sees how far it is, and starts over."""

import pytest
from playwright.sync_api import expect

from pathways.models import PathwayPage

pytestmark = pytest.mark.browser
BLOCKED = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, {get() { throw new DOMException("no") }});
}
"""


@pytest.fixture
def address(demo_server, db):
    """Of the English outreach pathway."""
    return (
        demo_server
        + PathwayPage.objects.get(key="outreach-casework", locale__language_code="en").url
    )


@pytest.fixture
def reader(browser, address):
    """Opens the pathway as a reader would."""
    contexts = []

    def open_page(*, fragment="", script="", without=(), **options):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, **options)
        contexts.append(context)
        tab = context.new_page()
        if script:
            tab.add_init_script(script)
        for name in without:
            tab.route(f"**/{name}", lambda route: route.abort())
        tab.goto(address + fragment)
        return tab

    yield open_page
    for context in contexts:
        context.close()


def stop(tab, key):
    return tab.locator(f"#step-{key}")


def button(tab, key):
    return stop(tab, key).locator("[data-fold]")


def inside(tab, key):
    return stop(tab, key).locator(".stop__more")


def test_each_step_opens_and_closes_and_its_button_says_which(reader):
    tab = reader()
    expect(inside(tab, "contact")).to_be_hidden()
    for state, word, shown in (("true", "Hide", True), ("false", "Show", False)):
        button(tab, "contact").press("Enter")
        expect(button(tab, "contact")).to_have_attribute("aria-expanded", state)
        expect(button(tab, "contact")).to_have_accessible_name(f"{word} Contacting the citizen")
        expect(inside(tab, "contact")).to_be_visible(visible=shown)


def test_all_steps_open_at_once_and_the_buttons_agree(reader):
    tab = reader()
    everything = tab.locator("[data-fold-all]")
    expect(everything).to_have_text("Show all steps")
    everything.click()
    expect(everything).to_have_text("Hide all steps")
    expect(tab.locator("[data-fold][aria-expanded=false]")).to_have_count(0)
    button(tab, "contact").click()
    expect(everything).to_have_text("Show all steps")
    expect(everything).to_have_attribute("aria-expanded", "false")


def test_what_was_open_is_open_again_in_the_same_session(reader):
    tab = reader()
    button(tab, "contact").click()
    tab.reload()
    expect(inside(tab, "contact")).to_be_visible()
    expect(inside(tab, "enquiry")).to_be_hidden()


def test_an_address_opens_its_step_and_goes_there(reader):
    tab = reader(fragment="#step-closing")
    expect(inside(tab, "closing")).to_be_visible()
    expect(stop(tab, "closing").locator(".stop__title")).to_be_focused()
    expect(stop(tab, "closing")).to_be_in_viewport()


@pytest.mark.parametrize(
    "options",
    [{"java_script_enabled": False}, {"without": ["fold.js"]}, {"without": ["*.js"]}],
    ids=["no script", "script that folds does not load", "no script loads"],
)
def test_without_the_script_everything_is_open(reader, options):
    tab = reader(**options)
    expect(inside(tab, "contact")).to_be_visible()
    expect(inside(tab, "contact").get_by_role("checkbox").first).to_be_visible()
    expect(tab.locator("[data-fold]:visible, [data-fold-all]:visible")).to_have_count(0)


def test_on_paper_everything_is_open(reader):
    tab = reader()
    tab.emulate_media(media="print")
    expect(inside(tab, "contact").get_by_role("checkbox").first).to_be_visible()
    expect(button(tab, "contact")).to_be_hidden()


def tick_all(tab, key):
    button(tab, key).click()
    for box in inside(tab, key).get_by_role("checkbox").all():
        box.check()


def test_ticks_fill_the_line_up_to_here(reader):
    tab = reader()
    tick_all(tab, "enquiry")
    expect(stop(tab, "enquiry").locator("[data-state]")).to_have_text("Done")
    expect(stop(tab, "passing-on").locator("[data-state]")).to_have_text("You are here")
    expect(tab.locator("[data-phase] [data-progress]").first).to_have_text("1 of 3 checklists done")
    expect(tab.locator("[data-progress-all]")).to_contain_text("1 of 14 checklists done")
    button(tab, "passing-on").click()
    inside(tab, "passing-on").get_by_role("checkbox").first.check()
    expect(stop(tab, "passing-on").locator("[data-state]")).to_contain_text("You are here · 1 of")


def test_ticks_of_the_line_are_those_of_the_step_page(reader):
    tab = reader()
    tick_all(tab, "enquiry")
    stop(tab, "enquiry").locator("a.stop__title").click()
    expect(tab.locator("#checklist").get_by_role("checkbox").first).to_be_checked()
    expect(tab.locator(".stops--small .stop--here [data-state]")).to_have_text("Done")


def test_all_ticks_go_and_come_back(reader):
    tab = reader()
    tick_all(tab, "enquiry")
    tab.locator("[data-reset-all]").click()
    expect(tab.locator("[data-undo-all]")).to_be_focused()
    expect(stop(tab, "enquiry").locator("[data-state]")).to_be_hidden()
    tab.locator("[data-undo-all]").click()
    expect(tab.locator("[data-reset-all]")).to_be_focused()
    expect(stop(tab, "enquiry").locator("[data-state]")).to_have_text("Done")
    inside(tab, "enquiry").locator("[data-checklist-reset]").click()
    expect(inside(tab, "enquiry").get_by_role("checkbox").first).not_to_be_checked()
    inside(tab, "enquiry").locator("[data-checklist-undo]").click()
    expect(inside(tab, "enquiry").get_by_role("checkbox").first).to_be_checked()


def test_blocked_storage_is_told_and_nothing_breaks(reader):
    tab = reader(script=BLOCKED)
    tick_all(tab, "enquiry")
    expect(stop(tab, "enquiry").locator("[data-state]")).to_have_text("Done")
    expect(tab.locator("[data-ticks-trouble]")).to_be_visible()
    tab.locator("[data-reset-all]").click()
    tab.locator("[data-undo-all]").click()
    expect(stop(tab, "enquiry").locator("[data-state]")).to_have_text("Done")


def test_paper_comes_with_the_ticks_or_without(reader):
    tab = reader()
    tick_all(tab, "enquiry")
    tab.emulate_media(media="print")
    expect(stop(tab, "enquiry").locator("[data-state]")).to_be_visible()
    tab.emulate_media(media="screen")
    tab.get_by_label("with my ticks").uncheck()
    tab.emulate_media(media="print")
    expect(stop(tab, "enquiry").locator("[data-state]")).to_be_hidden()
    box = inside(tab, "enquiry").get_by_role("checkbox").first
    assert box.evaluate("box => getComputedStyle(box, '::after').content") == "none"

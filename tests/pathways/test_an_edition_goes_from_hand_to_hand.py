"""An editor changes a deadline, a reviewer approves, the edition is released, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from pathways.editions.release import take_edition
from tests.editors import PASSWORD, make_editor
from tests.pathways.releasing import a_reviewer, in_force, the_pathway
from tests.pathways.translating import page_in

pytestmark = pytest.mark.browser


@pytest.fixture
def people(sample, live_server, browser):
    """A browser for each: the editor's and the reviewer's, signed in."""
    take_edition(pathway=the_pathway())
    people = make_editor(), a_reviewer()
    size = {"width": 1440, "height": 900}
    tabs = [browser.new_context(viewport=size).new_page() for _person in people]
    for tab, person in zip(tabs, people, strict=True):
        tab.goto(f"{live_server.url}/admin/login/")
        tab.get_by_label("E-mail address").fill(person.email)
        tab.get_by_label("Password").fill(PASSWORD)
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/admin/")
    yield tabs
    for tab in tabs:
        tab.context.close()


def set_deadline(tab, address, days):
    """As an editor does; waits until the draft is kept."""
    tab.goto(address)
    row = tab.locator("#id_items-FORMS > [data-inline-panel-child]").first
    row.get_by_label("At the latest").fill(days)
    tab.get_by_role("button", name="Save draft").click()
    expect(tab.get_by_text(re.compile("has been (updated|saved)"))).to_be_visible()


def is_accessible(tab):
    found = Axe().run(tab).response["violations"]
    assert not found, [(each["id"], each["nodes"][0]["html"]) for each in found]


def ask_for_approval(editor, live_server):
    editor.get_by_role("button", name="Actions").first.click()
    editor.get_by_role("link", name="Editions").last.click()
    editor.get_by_role("link", name="Look at what changes, and release").click()
    expect(editor.get_by_role("heading", level=1)).to_contain_text("Release edition 2")
    is_accessible(editor)
    editor.get_by_label("practice: something is done in another way").check()
    editor.get_by_role("textbox", name="What changes").fill("More time for the first call")
    editor.get_by_role("button", name="Ask for approval").click()
    expect(editor.get_by_text("Reviewers have been told")).to_be_visible()


def test_a_deadline_is_changed_approved_and_released(people, live_server):
    editor, reviewer = people
    form = f"{live_server.url}/admin/pages/{page_in('da', 'opening').pk}/edit/"
    set_deadline(editor, form, "9")
    ask_for_approval(editor, live_server)
    proposal = editor.url

    # The reviewer sees it on the dashboard, reads what changes, and approves.
    reviewer.goto(f"{live_server.url}/admin/")
    reviewer.get_by_role("link", name="sample (da)").click()
    row = reviewer.get_by_role("listitem").filter(has_text="do opening-first (da)")
    expect(row.locator("del")).to_contain_text("2")
    expect(row.locator("ins")).to_contain_text("9")
    is_accessible(reviewer)
    reviewer.get_by_role("button", name="Approve").click()
    expect(reviewer.get_by_text("Approved. Whoever proposed it")).to_be_visible()

    # One word more, and the approval is void.
    set_deadline(editor, form, "8")
    editor.goto(proposal)
    expect(editor.get_by_text("Void: a word has changed")).to_be_visible()
    expect(editor.get_by_role("button", name="Release edition 2")).to_have_count(0)

    # Back to what was approved: the same words have the same hash.
    set_deadline(editor, form, "9")
    editor.goto(proposal)
    editor.get_by_role("button", name="Release edition 2").click()
    expect(editor.get_by_text("Edition 2 is released. Readers see it now.")).to_be_visible()
    assert (in_force().number, in_force().approved_by.email) == (2, "reviewer@example.org")
    editor.goto(f"{live_server.url}{page_in('da', 'opening').url}")
    expect(editor.locator("#checklist")).to_contain_text("9 arbejdsdage")

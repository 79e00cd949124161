"""Three tasks that editors do every week, by a member of Editors in a real browser."""

import pytest
from playwright.sync_api import expect

from pathways.models import StepPage
from tests.editors import PASSWORD

pytestmark = pytest.mark.browser
MOST_CLICKS = 12


class Hand:
    """A hand on the mouse that counts; typing is free."""

    def __init__(self, tab):
        self.tab = tab
        self.clicks = 0

    def click(self, what):
        self.clicks += 1
        what.click()

    def type_into(self, field, words):
        self.click(field)
        field.fill(words)  # key by key, a dialog that is still opening would take the focus away

    def choose(self, field, words):
        """From a list: one click opens it, one takes the word."""
        self.clicks += 2
        field.select_option(words)


@pytest.fixture
def step(sample, editor):
    return StepPage.objects.get(key="opening", locale__language_code="da")


@pytest.fixture
def tab(page, live_server, step):
    """A browser in which the editor has signed in."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{live_server.url}/admin/login/")
    page.get_by_label("E-mail address").fill("editor@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    return page


@pytest.fixture
def readers_page(live_server, step):
    return f"{live_server.url}{step.url}"


@pytest.fixture
def form(tab, live_server, step):
    """The step's form, open."""
    tab.goto(f"{live_server.url}/admin/pages/{step.pk}/edit/")
    return tab


def last_row(tab, relation):
    """The part of the form with the row that was added last."""
    rows = tab.locator(f"#id_{relation}-FORMS > [data-inline-panel-child]")
    return rows.last


def publish(hand):
    tab = hand.tab
    hand.click(tab.get_by_role("button", name="More actions"))
    hand.click(tab.get_by_role("button", name="Publish", exact=True))


def test_an_item_with_guidance_and_deadline_takes_few_clicks(tab, readers_page):
    hand = Hand(tab)
    tab.goto(readers_page)  # where somebody noticed that something is missing
    hand.click(tab.get_by_role("button", name="Wagtail"))
    hand.click(tab.get_by_role("menuitem", name="Rediger denne side"))
    hand.click(tab.get_by_role("button", name="Add checklist item"))
    row = last_row(tab, "items")
    hand.type_into(row.get_by_label("What to do"), "Ring before noon")
    hand.click(row.get_by_role("button", name="Choose a page"))
    chooser = tab.get_by_role("dialog")
    hand.type_into(chooser.get_by_placeholder("Search"), "listening")
    hand.click(chooser.get_by_role("link", name="listening (da)"))
    hand.type_into(row.get_by_label("At the latest"), "5")
    hand.choose(row.get_by_label("Counted from"), "Started (da)")
    publish(hand)
    expect(tab.get_by_text("has been published")).to_be_visible()
    assert hand.clicks <= MOST_CLICKS

    tab.goto(readers_page)
    item = tab.locator("#checklist").get_by_role("listitem").filter(has_text="Ring before noon")
    expect(item).to_contain_text("5 arbejdsdage")
    expect(item.get_by_role("link", name="listening (da)")).to_be_visible()


def test_a_branch_is_seen_under_a_heading_of_its_own(form, readers_page):
    hand = Hand(form)
    hand.click(form.get_by_role("button", name="Add branch"))
    row = last_row(form, "branches")
    hand.type_into(row.get_by_label("If"), "nobody opens the door")
    hand.type_into(row.get_by_label("What happens then"), "Leave a letter.")
    hand.choose(row.get_by_label("End"), "Closed (da)")
    publish(hand)
    expect(form.get_by_text("has been published")).to_be_visible()

    form.goto(readers_page)
    heading = form.get_by_role("heading", name="nobody opens the door")
    expect(heading).to_be_visible()
    branch = form.locator(".branch").filter(has=heading)
    expect(branch).to_contain_text("Leave a letter.")
    expect(branch).to_contain_text("Closed (da)")


def error_beside(field):
    """The message that belongs to a field, found as a screen reader finds it."""
    expect(field).to_have_attribute("aria-invalid", "true")
    described = field.get_attribute("aria-describedby").split()
    ids = ", ".join(f"#{name}" for name in described)
    return field.page.locator(ids).and_(field.page.locator("[data-field-errors]"))


def test_an_item_without_words_is_refused_beside_its_field(form, step):
    hand = Hand(form)
    hand.click(form.get_by_role("button", name="Add checklist item"))
    hand.type_into(last_row(form, "items").get_by_label("At the latest"), "5")
    publish(hand)
    row = last_row(form, "items")
    expect(error_beside(row.get_by_label("What to do"))).to_contain_text("required")
    expect(row.get_by_label("At the latest")).to_have_value("5")
    assert step.items.count() == 2


def test_a_window_that_closes_before_it_opens_is_refused_beside_its_field(form, step):
    hand = Hand(form)
    hand.click(form.get_by_role("button", name="Add checklist item"))
    row = last_row(form, "items")
    hand.type_into(row.get_by_label("What to do"), "Visit")
    hand.type_into(row.get_by_label("At the latest"), "3")
    hand.click(row.get_by_text("More about the deadline"))
    hand.type_into(row.get_by_label("Not before"), "6")
    publish(hand)
    row = last_row(form, "items")
    field = row.get_by_label("Not before")
    expect(field).to_be_visible()
    expect(error_beside(field)).to_contain_text("lies after")
    expect(row.get_by_label("What to do")).to_have_value("Visit")
    expect(row.get_by_label("At the latest")).to_have_value("3")
    expect(field).to_have_value("6")
    assert step.items.count() == 2


def test_a_conditional_step_without_its_condition_is_refused_beside_its_field(form, step):
    hand = Hand(form)
    hand.type_into(form.get_by_label("How long it takes"), "45 minutes")
    hand.choose(form.get_by_label("Necessity"), "conditional")
    publish(hand)
    field = form.locator("#id_condition")
    expect(error_beside(field)).to_contain_text("Say when the conditional step applies.")
    expect(form.get_by_label("How long it takes")).to_have_value("45 minutes")
    expect(form.get_by_label("Necessity")).to_have_value("conditional")
    step.refresh_from_db()
    assert step.necessity == "mandatory"

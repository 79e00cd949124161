"""Contact, hand-over and end in real Chromium: by keyboard alone, and where no script runs."""

import pytest

from cases.work.load import plan_of
from portal.demo.casework import make_case

from .browsing import go, reach, said, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SUBMIT = "main form [type=submit]"


@pytest.fixture
def case(worker, ada):
    return make_case(worker, until="contact")


@pytest.fixture
def bare(browser, server, worker):
    """A tab in which no script runs."""
    context = signed_in(browser, server, worker, java_script_enabled=False)
    yield context.new_page()
    context.close()


def press_on(tab, selector, *keys):
    reach(tab, selector)
    for key in keys:
        tab.keyboard.press(key)


def write_in(tab, name, words):
    reach(tab, f"[name={name}]")
    tab.keyboard.type(words)


def test_by_keyboard_alone(tab, server, case, ada):
    go(tab, server, "contact_new", case)
    press_on(tab, "[name=channel]", "Space")
    press_on(tab, "[name=reached]", "Space")
    press_on(tab, SUBMIT, "Enter")
    tab.get_by_text("Kontakten er noteret").first.wait_for()
    assert case.contacts.get().reached is False

    go(tab, server, "hand_over", case)
    write_in(tab, "person", str(ada))
    press_on(tab, SUBMIT, "Enter")
    tab.get_by_text("er spurgt").first.wait_for()
    assert case.handovers.get().person == ada

    go(tab, server, "close", case)
    press_on(tab, "[name=outcome]", "Space")
    write_in(tab, "reason", "Borgeren er flyttet")
    write_in(tab, "deviation", "Ikke længere aktuelt")
    press_on(tab, SUBMIT, "Enter")
    tab.get_by_text("Sagen er afsluttet").first.wait_for()
    case.refresh_from_db()
    assert case.state == "closed"


def test_without_javascript(bare, server, case, ada):
    go(bare, server, "contact_new", case)
    bare.locator("[name=channel]").first.check()
    bare.locator("[name=reached]").first.check()
    bare.locator(SUBMIT).click()
    assert "Kontakten er noteret" in said(bare)

    go(bare, server, "hand_over", case)
    bare.locator("[name=person]").select_option(label=str(ada))
    bare.locator(SUBMIT).click()
    assert "er spurgt" in said(bare)

    go(bare, server, "close", case)
    bare.locator("[name=outcome]").first.check()
    bare.locator(SUBMIT).click()
    assert bare.locator("[name=outcome]").first.is_checked(), "nothing chosen is lost"
    bare.locator("[name=reason]").fill("Borgeren er flyttet")
    bare.locator("[name=deviation]").fill("Ikke længere aktuelt")
    bare.locator(SUBMIT).click()
    assert "Sagen er afsluttet" in said(bare)
    case.refresh_from_db()
    assert all(item.is_settled for item in plan_of(case).needed)

"""What a case worker does, in real Chromium: the first ten steps of a Danish case."""

import pytest

from accounts.models import Organisation
from cases.work.load import plan_of
from portal.demo.casework import make_case
from tests.accounts.people import make_organisation

from .browsing import go, open_case, reach, signed_in, tick_step
from .screens import ONLY_POST, address, names
from .ticking import State, item, tick

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Officers see these, and the calendar is no page.
OF_OTHERS = {"find_log", "retention", "retention_change", "erased", "calendar"}
OF_LEADS = {"log", "leaving"}
FIRST_TEN = [
    "enquiry",
    "passing-on",
    "assessment",
    "contact",
    "internal-information",
    "first-meeting",
    "external-information",
    "needs-assessment",
    "follow-up-meetings",
    "calling-meeting",
]


def test_the_first_ten_steps_with_a_consent_that_is_withdrawn(tab, server):
    case = open_case(tab, server, "S-1")
    for number, step in enumerate(FIRST_TEN[:6]):
        tick_step(tab, server, case, step, f"2026-01-{6 + number:02d}")
    go(tab, server, "step", case, step="external-information")
    tab.locator(".work-row__waits a").first.click()
    tab.get_by_label("underskrevet").check()
    tab.get_by_role("button", name="Gem").click()
    assert "Hent oplysningerne" in tab.locator("#said").inner_text()
    go(tab, server, "item", case, step="external-information", item="collect")
    tab.get_by_label("I gang").check()
    tab.get_by_role("button", name="Gem").click()
    assert item(case, "external-information/collect").state == State.IN_PROGRESS
    go(tab, server, "consents", case)
    tab.get_by_role("link", name="Træk samtykket tilbage").click()
    tab.get_by_role("button", name="Træk samtykket tilbage").click()
    assert "Hent oplysningerne" in tab.locator("#said").inner_text()
    assert item(case, "external-information/collect").waits
    for step in FIRST_TEN[6:]:
        tick_step(tab, server, case, step, "2026-02-02")
    plan = plan_of(case)
    open_yet = [i for key in FIRST_TEN for i in plan.step(key).items if not i.is_settled]
    assert open_yet
    assert all(i.waits or i.state == State.IN_PROGRESS for i in open_yet)
    go(tab, server, "case", case)
    assert tab.locator(".stop--done").count() >= 7


def test_a_declined_visit_takes_its_side_track_to_the_end(tab, server):
    case = open_case(tab, server, "S-2")
    for number, step in enumerate(FIRST_TEN[:3]):
        tick_step(tab, server, case, step, f"2026-01-{6 + number:02d}")
    go(tab, server, "step", case, step="contact")
    track = tab.locator(".side-track", has_text="4.1")
    track.get_by_label("Siden hvilken dag?").fill("2026-01-12")
    track.get_by_role("button").click()
    go(tab, server, "case", case)
    tab.locator(".work__ending a").click()
    tab.locator("[name=day]").fill("2026-01-13")
    tab.locator("[name=reason]").fill("Borgeren sagde nej tak")
    tab.locator("[name=deviation]").fill("Borgeren ønsker ikke besøg")
    tab.get_by_role("button", name="Afslut sagen").click()
    case.refresh_from_db()
    assert case.outcome == "passed-to-contact-person-scheme"
    assert tab.locator("h1").inner_text() == case.reference


def test_a_tick_that_is_not_saved_is_not_shown(tab, server, worker):
    case = make_case(worker)
    go(tab, server, "step", case, step="enquiry")
    tab.wait_for_selector("[data-work-save]", state="hidden")
    tab.route("**/tick/", lambda route: route.abort())
    box = tab.locator("input.task__box").nth(1)
    box.click()
    tab.wait_for_selector("[data-work-trouble]:visible")
    assert not box.is_checked()
    tab.trouble.clear()


def test_ticks_that_come_faster_than_their_answers_are_all_kept(tab, server, worker):
    case = make_case(worker)
    go(tab, server, "step", case, step="enquiry")
    tab.wait_for_selector("[data-work-save]", state="hidden")
    tab.evaluate(
        "() => [...document.querySelectorAll('input.task__box')].slice(1).forEach(b => b.click())"
    )
    tab.wait_for_selector("[name^='seen-'][value^='done']", state="attached")
    boxes = plan_of(case).step("enquiry").items
    assert tab.locator("input.task__box:checked").count() == len(boxes) - 1
    assert [item.is_done for item in boxes] == [False, *[True] * (len(boxes) - 1)]
    assert all("bort" in said or "afterRequest" in said for said in tab.trouble)
    tab.trouble.clear()  # htmx says that it gave up the earlier requests
    assert tab.inner_text("#worklist .notice").startswith(f"{len(boxes) - 1} ")  # items saved
    tab.click(".notice button")
    tab.wait_for_load_state()
    assert not any(item.is_done for item in plan_of(case).step("enquiry").items)


def test_every_task_is_done_by_keyboard(tab, server, worker):
    case = make_case(worker)
    go(tab, server, "step", case, step="enquiry")
    reach(tab, "#item-write-down-who-tick")
    tab.keyboard.press("Space")
    tab.wait_for_selector("#item-write-down-who-tick:checked")
    reach(tab, ".notice button")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#item-write-down-who-tick:not(:checked)")
    assert item(case, "enquiry/write-down-who").state == State.TO_DO
    go(tab, server, "my_day")
    reach(tab, "#id_words")
    tab.keyboard.type(case.record_number)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**" + address("case", case))


def test_without_javascript_the_ticks_are_sent_together(browser, server, worker):
    case = make_case(worker)
    context = signed_in(browser, server, worker, java_script_enabled=False)
    tab = context.new_page()
    go(tab, server, "step", case, step="enquiry")
    boxes = tab.locator("input.task__box")
    boxes.nth(0).check()
    boxes.nth(1).check()
    tab.get_by_role("button", name="Gem fluebenene").click()
    assert "2 punkter" in tab.locator("#said").inner_text()
    tab.get_by_role("button", name="Fortryd").click()
    assert tab.locator("input.task__box:checked").count() == 0
    context.close()


def test_axe_finds_nothing_on_any_screen(look, worker, ada):
    case = make_case(
        worker,
        until="external-information",
        consent=True,
        begun=["external-information/collect"],
        withdrawn=True,
        visit_declined=True,
        set_aside=["first-meeting/print-agreement"],
        given_to=ada,
        attempts=[("visit", 3)],
        deadlines=[("Spørg viceværten", 0)],
        paused_for=3,
        shown_to=make_organisation(kind=Organisation.Kind.PARTNER),
        alias="Blåt hus",
    )
    make_case(worker)
    tick(case, worker, "contact/new-visit", to=State.TO_DO)
    for name in set(names()) - ONLY_POST - OF_OTHERS:
        look(ada if name in OF_LEADS else worker, name, case)

"""A Danish case in real Chromium: from an attempt in vain to the follow-up after its end."""

from datetime import timedelta

import pytest

from cases.work.clock import today_for
from cases.work.load import plan_of
from portal.demo.casework import make_case
from portal.demo.daily_work import work_through

from .browsing import go, said
from .ticking import item, tick

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MEETING = "Koordinerende møde"


def note_contact(tab, server, case, channel, came_of_it, day, was=""):
    go(tab, server, "contact_new", case)
    tab.locator("[name=day]").fill(day.isoformat())
    tab.get_by_label(channel, exact=True).check()
    tab.get_by_label(came_of_it).check()
    if was:
        tab.get_by_label(was, exact=True).check()
    tab.get_by_role("button", name="Notér kontakten").click()
    assert "Kontakten er noteret" in said(tab)


def test_from_the_ladder_through_all_steps_to_the_follow_up(tab, server, worker):
    case = make_case(worker, until="contact", days_ago=200, pace=2, consent=True)
    first = case.started_on + timedelta(days=10)

    note_contact(tab, server, case, "Besøg", "Ingen kontakt", first)
    assert "Ring til borgeren" in tab.locator(".work__here").first.inner_text()
    note_contact(tab, server, case, "Telefon", "Ingen kontakt", first)
    assert "samarbejdspartnere" in tab.locator(".work__here").first.inner_text()
    note_contact(tab, server, case, "Gennem en samarbejdspartner", "Jeg fik kontakt", first)
    assert not tab.locator(".work__here").count()
    assert item(case, "contact/through-partners").is_done

    work_through(case, worker, until="calling-meeting", first_day=first, pace=10)
    go(tab, server, "contacts", case)
    meetings = tab.locator("section", has=tab.get_by_role("heading", name=MEETING))
    meetings.get_by_role("link", name="Planlæg det næste").click()
    planned = today_for(case.team) + timedelta(days=10)
    tab.locator("[name=day]").fill(planned.isoformat())
    tab.get_by_role("button", name="Gem").click()
    points = item(case, "calling-meeting/extra-points")
    assert points.by == planned - timedelta(days=4)

    held = first + timedelta(days=60)
    tick(case, worker, "coordinating-meeting/prepare-citizen")
    note_contact(tab, server, case, "Møde et andet sted", "Jeg fik kontakt", held, was=MEETING)
    assert item(case, "coordinating-meeting/follow-agenda").is_done
    assert item(case, "updating/send-minutes").by > held
    work_through(case, worker, until="closing", first_day=held)

    names = ("judge-course", "judge-contact-or-need", "agree-on-follow-up")
    tick(case, worker, *(f"closing/{name}" for name in names))
    ended = today_for(case.team) - timedelta(days=100)
    go(tab, server, "step", case, step="closing")
    tab.locator("[name='day-closing/end-course/1']").fill(ended.isoformat())
    with tab.expect_response("**/tick/"):
        tab.locator("#item-end-course-tick").check()
    assert item(case, "closing/end-course").is_done

    go(tab, server, "close", case)
    tab.get_by_label("Tilrettelagt og koordineret").check()
    tab.locator("[name=day]").fill(ended.isoformat())
    tab.locator("[name=reason]").fill("Forløbet er koordineret")
    tab.get_by_role("button", name="Afslut sagen").click()
    assert tab.locator("[name=reason]").input_value() == "Forløbet er koordineret"
    tab.locator("[name=deviation]").fill("Borgeren ønskede det ikke")
    tab.get_by_role("button", name="Afslut sagen").click()
    case.refresh_from_db()
    assert case.outcome == "planned-and-coordinated"
    assert case.follow_up_pending

    go(tab, server, "my_day")
    tab.get_by_role("link", name="Mød borgeren personligt").click()
    tab.wait_for_url("**/steps/closing/**")
    go(tab, server, "case", case)
    assert tab.locator("input.task__box").count() == 2
    for name in ("follow-up-in-time", "personal-meeting"):
        box = f"input.task__box[value='closing/{name}/1']"
        with tab.expect_response("**/tick/"):
            tab.locator(box).check()
        tab.wait_for_selector(f"{box}:checked")
    case.refresh_from_db()
    assert not case.follow_up_pending
    assert not plan_of(case).follow_ups
    go(tab, server, "my_day")
    assert not tab.get_by_role("link", name="Mød borgeren personligt").count()

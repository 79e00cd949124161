"""A Norwegian case in real Chromium: to its tenth conversation, by two people and two editions."""

from datetime import timedelta

import pytest

from accounts.models import Country
from cases.models import CaseItem
from cases.work.clock import today_for
from cases.work.load import plan_of
from portal.demo.casework import make_case
from portal.demo.other_edition import next_edition
from tests.accounts.people import make_team

from .browsing import go, said, signed_in
from .moving import say
from .ticking import item

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PATHWAY = "bank-follow-up"
CHECK = "checkpoints/adjust-plan"


@pytest.fixture
def team(demo):
    return make_team(country=Country.NORWAY)


@pytest.fixture
def tab_of(browser, server):
    """Gives a tab in which somebody is signed in."""
    contexts = []

    def tab_of(person):
        contexts.append(signed_in(browser, server, person))
        return contexts[-1].new_page()

    yield tab_of
    for context in contexts:
        context.close()


def note_conversation(tab, server, case, days_ago):
    go(tab, server, "contact_new", case, language="nb")
    day = today_for(case.team) - timedelta(days=days_ago)
    tab.locator("[name=day]").fill(day.isoformat())
    tab.get_by_label("Møte et annet sted", exact=True).check()
    tab.get_by_label("Jeg fikk kontakt med brukeren").check()
    tab.get_by_label("Samtale", exact=True).check()
    tab.get_by_role("button", name="Noter kontakten").click()
    assert "Kontakten er notert" in said(tab)


def tick_checkpoint(tab, server, case, number):
    go(tab, server, "step", case, step="checkpoints", language="nb")
    box = f"input.task__box[value='{CHECK}/{number}']"
    tab.locator(f"[name='day-{CHECK}/{number}']").fill(today_for(case.team).isoformat())
    with tab.expect_response("**/tick/"):
        tab.locator(box).check()
    tab.wait_for_selector(f"{box}:checked")


def hand_over(asking, answering, server, case, person):
    go(asking, server, "hand_over", case, language="nb")
    asking.get_by_label("Hele saken").check()
    asking.get_by_label("Til hvem").select_option(str(person.memberships.get().pk))
    asking.get_by_role("button", name="Spør").click()
    assert "er spurt" in said(asking)
    go(answering, server, "my_day", language="nb")
    answering.get_by_role("link", name=case.reference).first.click()
    answering.get_by_role("button", name="Ta over").click()
    assert "Nå er det ditt ansvar" in said(answering)


def follow_the_new_edition(tab, server, case):
    go(tab, server, "case", case, language="nb")
    tab.get_by_role("link", name="Se hva som endres").click()
    assert "Se på planen sammen med brukeren" in tab.locator("main").inner_text()
    tab.get_by_role("button", name="Flytt saken til utgave").click()
    assert "Saken følger utgave" in said(tab)


def test_to_the_tenth_conversation_by_two_people_and_two_editions(server, kim, ada, tab_of):
    case = make_case(kim, pathway=PATHWAY, days_ago=90, until="work-by-plan", pace=1)
    first = tab_of(kim)
    assert plan_of(case).checkpoints[0].so_far == 3

    for days_ago in (40, 33):
        note_conversation(first, server, case, days_ago)
    assert "Sjekkpunkt ved nummer 5, 10" in first.locator("main").inner_text()
    tick_checkpoint(first, server, case, 1)
    done = CaseItem.objects.get(case=case, step_key="checkpoints", state="done")

    second = tab_of(ada)
    hand_over(first, second, server, case, ada)
    case.refresh_from_db()
    assert case.responsible == ada

    edition = next_edition(PATHWAY, say(CHECK, "Se på planen sammen med brukeren"))
    follow_the_new_edition(second, server, case)
    case.refresh_from_db()
    assert case.edition == edition
    done.refresh_from_db()
    assert (done.changed_by, done.state) == (kim, CaseItem.State.DONE)

    for days_ago in (26, 19, 12, 6):
        note_conversation(second, server, case, days_ago)
    assert plan_of(case).checkpoints[0].next == 10
    note_conversation(second, server, case, 0)
    assert plan_of(case).checkpoints[0].so_far == 10
    go(second, server, "my_day", language="nb")
    assert second.get_by_role("link", name="Se på planen sammen med brukeren").count()
    tick_checkpoint(second, server, case, 2)
    assert item(case, CHECK, 2).is_done
    assert item(case, CHECK, 1).is_done

    go(first, server, "my_day", language="nb")
    assert not first.get_by_role("link", name="Se på planen sammen med brukeren").count()

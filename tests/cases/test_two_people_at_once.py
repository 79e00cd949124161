"""Eight connections on one case: nothing lost, nothing twice, nobody sees an error."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from accounts.roles import Role
from cases.models import Case, CaseItem
from cases.services.handing_over import accept, ask, recall
from cases.services.items import Wanted, change_items
from cases.services.leaving import hand_over_all
from cases.services.milestones import record_milestone
from cases.services.opening import open_case
from cases.services.rounds import open_round
from cases.work.clock import today_for
from cases.work.load import plan_of
from portal.demo.casework import make_case
from tests.accounts.people import join, make_person

from .ticking import State

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.endurance]
CONNECTIONS = 8


def at_once(*jobs):
    """Run the jobs over eight connections, all beginning at the same moment."""
    barrier = threading.Barrier(min(CONNECTIONS, len(jobs)))

    def run(numbered):
        number, job = numbered
        if number < CONNECTIONS:
            barrier.wait(timeout=30)
        try:
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        return list(pool.map(run, enumerate(jobs)))


def test_two_workers_tick_the_same_items(case, kim, ada, size, measured):
    plan = plan_of(case)
    for number in range(2, size(2, 16)):
        open_round(case=case, user=kim, kind="coordinating-meeting", number=number)
    plan = plan_of(case)
    day = today_for(case.team)
    places = [item.place for item in plan.items if not item.waits][: size(40, 200)]

    def ticks(user, place):
        step, item, number = place
        wish = Wanted(step=step, item=item, round=number, to=State.DONE, seen=0, day=day)
        return lambda: change_items(case=case, user=user, wanted=[wish])

    jobs = [ticks(user, place) for place in places for user in (kim, ada)]
    answers = at_once(*jobs)
    measured("items ticked by two workers over 8 connections", len(places), "items")
    assert not [answer for answer in answers if answer.refused or answer.conflicts]
    assert sum(len(answer.changed) for answer in answers) == len(places)
    assert CaseItem.objects.filter(state="done").count() == len(places)
    assert case.events.filter(kind="item").count() == len(places)
    kinds = list(case.milestones.values_list("kind", "slot"))
    assert len(kinds) == len(set(kinds))
    assert case.events.filter(kind="milestone").count() == len(kinds)


def test_of_two_who_disagree_one_is_told(case, kim, ada):
    def bring(user, to, reason=""):
        wish = Wanted(step="enquiry", item="write-down-who", to=to, seen=0, reason=reason)
        return lambda: change_items(case=case, user=user, wanted=[wish])

    answers = at_once(bring(kim, State.DONE), bring(ada, State.NOT_RELEVANT, "Known already"))
    assert sorted(len(answer.changed) for answer in answers) == [0, 1]
    [conflict] = [told for answer in answers for told in answer.conflicts]
    assert conflict.row.changed_by in (kim, ada)


def test_one_form_sent_eight_times_opens_one_case(team, kim):
    values = {
        "user": kim,
        "pathway": "outreach-casework",
        "team": team,
        "responsible": kim,
        "record_number": "S-1",
        "started_on": today_for(team),
    }
    token = "4be0643f-1d98-573b-97cd-ca98a65347dd"
    opened = at_once(*[lambda: open_case(form_token=token, **values)] * CONNECTIONS)
    assert len({case.pk for case in opened}) == 1
    others = at_once(*[lambda: open_case(**values)] * CONNECTIONS)
    assert len({case.reference for case in others}) == CONNECTIONS
    assert Case.objects.count() == CONNECTIONS + 1


def told(job):
    """A job that gives back what it is refused with."""

    def run():
        try:
            return job()
        except ValidationError as refused:
            return refused

    return run


def test_two_leads_who_ask_two_colleagues_ask_one(case, kim, ada, team):
    leads, colleagues = [ada, make_person(Role.TEAM_LEAD)], [make_person(), make_person()]
    join(leads[1], team, lead=True)
    for colleague in colleagues:
        join(colleague, team)

    def asks(user, person):
        return told(lambda: ask(case=case, user=user, person=person, team=team))

    answers = at_once(*map(asks, leads, colleagues))
    [question] = case.handovers.waiting()
    assert sorted(isinstance(answer, ValidationError) for answer in answers) == [False, True]
    # One of them takes it back while it is accepted: it is one or the other.
    person = next(one for one in colleagues if one.pk == question.person_id)
    at_once(
        told(lambda: accept(case=case, user=person, handover=question)),
        told(lambda: recall(case=case, user=leads[0], handover=question)),
    )
    question.refresh_from_db()
    case.refresh_from_db()
    is_theirs = question.state == question.State.ACCEPTED
    assert case.responsible == (person if is_theirs else kim)
    ended = case.events.filter(kind__in=("handed_over", "handover_recalled"))
    assert [event.kind for event in ended] == ["handed_over" if is_theirs else "handover_recalled"]


def test_two_leads_take_over_from_one_who_left_and_one_has_it(case, kim, ada, team):
    leads = [ada, make_person(Role.TEAM_LEAD)]
    join(leads[1], team, lead=True)
    kim.memberships.all().delete()
    at_once(*[lambda u=u: hand_over_all(user=u, team=team, person=kim, to=u) for u in leads])
    case.refresh_from_db()
    moved = case.events.filter(kind="handed_over")
    assert [event.person_id for event in moved] == [case.responsible_id]
    assert case.responsible in leads


def test_a_milestone_and_a_round_come_once(kim):
    case = make_case(kim)
    day = today_for(case.team)
    at_once(
        *[lambda: record_milestone(case=case, user=kim, kind="assignment", day=day)] * 4,
        *[lambda: open_round(case=case, user=kim, kind="coordinating-meeting", number=2)] * 4,
    )
    assert case.milestones.count() == case.rounds.count() == 1
    assert case.events.exclude(kind="opened").count() == 2

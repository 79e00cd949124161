"""Closing with what is open, follow-ups in their window, reopening; and loops that go on."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cases.models import Case, CaseItem
from cases.reading.mine.day import day_of
from cases.services.branches import take_back_branch, take_branch
from cases.services.changing import CaseClosedError
from cases.services.closing import close_case, left_open, reopen_case
from cases.services.undo import undo
from cases.work import load
from cases.work.clock import now_for, today_for
from cases.work.load import plan_of
from cases.work.parts import Standing
from portal.demo.casework import consent_to, make_case

from .screens import address
from .ticking import State, item, tick

pytestmark = pytest.mark.django_db
CPR = "070761-4285"
MEETING, IN_TIME = "closing/personal-meeting", "closing/follow-up-in-time"


@pytest.fixture
def ended(kim):
    """A case that came to its end a hundred days ago."""
    return make_case(
        kim,
        until="end",
        days_ago=200,
        pace=12,
        consent=True,
        closed="planned-and-coordinated",
    )


@pytest.fixture
def days_later(monkeypatch):
    """Let so many days pass."""

    def pass_days(days):
        monkeypatch.setattr(load, "now_for", lambda team: now_for(team) + timedelta(days=days))

    return pass_days


def close(case, user, **values):
    values = {"outcome": "no-contact", "day": today_for(case.team), "reason": "Moved"} | values
    return close_case(case=case, user=user, **values)


def test_each_open_mandatory_item_is_a_deviation_with_its_reason(kim):
    case = make_case(kim, until="contact")
    waiting = left_open(plan_of(case))
    own = {waiting[0].place: "Phoned by the manager"}
    with pytest.raises(ValidationError) as refused:
        close(case, kim, deviations=own)
    assert set(refused.value.error_dict) == {"deviation"}
    assert case.items.filter(state=State.NOT_RELEVANT).count() == 0
    close(case, kim, deviations=own, deviation="Could not be found")
    plan = plan_of(case)
    assert len(plan.deviations) >= len(waiting)
    assert plan.item(*waiting[0].place).row.reason == "Phoned by the manager"
    assert plan.item(*waiting[1].place).row.reason == "Could not be found"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"outcome": "made-up"}, "outcome"),
        ({"reason": ""}, "reason"),
        ({"deviation": ""}, "deviation"),
        ({"reason": f"Moved, {CPR}"}, "reason"),
        ({"why-enquiry/receive/1": CPR}, "why-enquiry/receive/1"),
        ({"days": 1}, "day"),
        ({"days": -31}, "day"),
    ],
)
def test_a_raw_post_closes_nothing_against_the_rules(client, kim, values, field):
    case = make_case(kim)
    client.force_login(kim)
    day = today_for(case.team) + timedelta(days=values.pop("days", 0))
    data = {"outcome": "no-contact", "reason": "Moved", "deviation": "Moved", "day": day}
    answer = client.post(address("close", case), data | values)
    assert field in answer.context["form"].errors
    case.refresh_from_db()
    assert case.goes_on
    assert not case.items.exists()


def test_a_case_that_never_came_to_its_end_has_no_follow_ups(kim):
    case = close(make_case(kim), kim, deviation="Moved")
    assert not case.follow_up_pending
    assert not day_of(kim).windows


def test_follow_ups_come_by_their_date_and_not_before(ended, kim, days_later):
    assert ended.follow_up_pending
    assert item(ended, MEETING).standing == Standing.OPEN
    assert [entry.text.lang or "en" for entry in day_of(kim).windows]
    assert len(day_of(kim).windows) == 1
    days_later(-60)
    assert item(ended, MEETING).standing == Standing.LATER
    assert not day_of(kim).windows
    days_later(78)
    assert len(day_of(kim).soon) == 2
    days_later(120)
    assert len(day_of(kim).overdue) == 2


def test_a_follow_up_is_done_once_and_then_asks_for_nothing(ended, kim):
    for _again in range(2):
        tick(ended, kim, MEETING, IN_TIME)
    ended.refresh_from_db()
    assert not ended.follow_up_pending
    assert not day_of(kim).windows
    row = ended.items.get(item_key="personal-meeting")
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_nothing_else_is_done_in_a_case_that_has_ended(client, ended, kim):
    for names in (["closing/end-course"], [MEETING, "closing/end-course"]):
        with pytest.raises(CaseClosedError):
            tick(ended, kim, *names, to=State.TO_DO)
    ticked = tick(ended, kim, MEETING)
    undo(case=ended, user=kim, batches=ticked.batches)
    assert item(ended, MEETING).state == State.TO_DO
    client.force_login(kim)
    page = client.get(address("case", ended)).context
    assert [row.name for row in page["checklist"].rows] == [f"{IN_TIME}/1", f"{MEETING}/1"]


def test_a_follow_up_vanishes_with_its_case(ended, kim):
    Case.objects.filter(pk=ended.pk).delete()
    assert not CaseItem.objects.exists()
    day = day_of(kim)
    assert not any((day.windows, day.soon, day.overdue))


def test_reopening_takes_back_what_the_end_set_aside(kim):
    case = make_case(kim, until="contact")
    tick(case, kim, "contact/new-visit", to=State.NOT_RELEVANT, reason="Was reached")
    before = {i.place: i.state for i in plan_of(case).items}
    close(case, kim, deviation="Moved")
    case.refresh_from_db()
    reopen_case(case=case, user=kim)
    assert {i.place: i.state for i in plan_of(case).items} == before


def test_a_reopened_case_is_followed_up_from_its_next_end(ended, kim):
    reopen_case(case=ended, user=kim)
    assert item(ended, "closing/end-course").state == State.TO_DO
    assert item(ended, MEETING).standing == Standing.WAITING
    today = today_for(ended.team)
    tick(ended, kim, "closing/end-course", day=today)
    close(ended, kim, outcome="planned-and-coordinated", deviation="Not needed")
    assert item(ended, MEETING).due.counted_from.day == today


def test_two_conversations_follow_a_course_in_the_emergency_package(kim):
    case = make_case(kim, pathway="bank-follow-up", days_ago=300, until="work-by-plan")
    tick(case, kim, "final-evaluation/end-follow-up", day=today_for(case.team) - timedelta(200))
    close(case, kim, outcome="long-term-follow-up-pending", deviation="Not needed")
    assert [i.node.key for i in plan_of(case).follow_ups] == [
        "conversation-after-6",
        "conversation-after-12",
    ]
    after_6, after_12 = plan_of(case).follow_ups
    assert (after_6.standing, after_12.standing) == (Standing.OVERDUE, Standing.LATER)
    tick(case, kim, "long-term-follow-up/conversation-after-6", day=today_for(case.team))
    tick(
        case,
        kim,
        "long-term-follow-up/conversation-after-12",
        to=State.NOT_RELEVANT,
        reason="Does not wish it",
    )
    case.refresh_from_db()
    assert not case.follow_up_pending


@pytest.fixture
def pair(kim):
    """A Finnish case whose plan has been evaluated."""
    case = make_case(kim, pathway="outreach-pair-work", days_ago=60)
    consent_to(case, kim, case.started_on, kind="multi-professional-work")
    today = today_for(case.team)
    tick(case, kim, "drawing-up-plan/draw-up-plan", day=today - timedelta(days=20))
    tick(case, kim, "evaluating-plan/evaluate-plan", day=today)
    return case


def test_an_evaluated_plan_is_updated_in_a_new_round(pair, kim):
    values = {"case": pair, "user": kim, "step": "evaluating-plan"}
    values["branch"] = "continues-with-pair-work"
    for _again in range(2):
        take_branch(day=today_for(pair.team), **values)
    plan = plan_of(pair)
    assert plan.rounds_of("client-plan-made") == plan.rounds_of("client-plan-evaluated") == 2
    assert plan.rounds_of("joint-outreach-meeting") == 1
    take_back_branch(**values)
    assert plan_of(pair).rounds_of("client-plan-made") == 1
    take_branch(day=today_for(pair.team), **values)
    tick(pair, kim, "drawing-up-plan/draw-up-plan", number=2, day=today_for(pair.team))
    with pytest.raises(ValidationError):
        take_back_branch(**values)
    assert plan_of(pair).facts.branches


def test_an_evaluated_plan_may_be_the_end(client, pair, kim):
    client.force_login(kim)
    data = {"branch": "ends", "day": today_for(pair.team), "round": 1}
    client.post(address("branch", pair, step="evaluating-plan"), data)
    page = client.get(address("case", pair)).context
    assert page["ending"].url.endswith("outcome=clientship-ended")
    assert plan_of(pair).rounds_of("client-plan-made") == 1

"""Milestones move dates; rounds have their own; correcting shows first what depends."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cases.models import CaseMilestone
from cases.reading.recorded.milestones import moved
from cases.reading.words.effects import effects
from cases.reading.words.said import Wording
from cases.services.branches import take_back_branch, take_branch
from cases.services.changing import CaseChangedMeanwhile
from cases.services.closing import close_case, left_open, reopen_case
from cases.services.milestones import correct_milestone, record_milestone, take_back_milestone
from cases.services.rounds import open_round, take_back_round
from cases.work.clock import today_for
from cases.work.load import plan_of
from cases.work.parts import Standing
from portal.demo.casework import make_case

from .ticking import State, item, tick

pytestmark = pytest.mark.django_db
MEETING = "coordinating-meeting"


@pytest.fixture
def case(kim):
    return make_case(kim, days_ago=60)


@pytest.fixture
def day(case):
    return case.started_on + timedelta(days=3)


def test_a_corrected_milestone_moves_what_counts_from_it(case, kim, day):
    tick(case, kim, "assessment/distribute", day=day)
    before = plan_of(case)
    milestone = case.milestones.get()
    other = day + timedelta(days=7)
    shown = effects(before, moved(before, milestone, other), Wording(before.procedure, "da"))
    assert len(shown) == 1
    correct_milestone(case=case, user=kim, milestone=milestone, seen=1, day=other)
    assert item(case, "contact/reach-out").by == before.item("contact", "reach-out").by + timedelta(
        days=7
    )


def test_a_stale_correction_is_told_who_was_there(case, kim, ada, day):
    tick(case, kim, "assessment/distribute", day=day)
    milestone = case.milestones.get()
    correct_milestone(case=case, user=ada, milestone=milestone, seen=1, day=day + timedelta(days=1))
    with pytest.raises(CaseChangedMeanwhile) as stale:
        correct_milestone(
            case=case, user=kim, milestone=milestone, seen=1, day=day + timedelta(days=2)
        )
    assert stale.value.by == ada


def test_what_was_done_since_stays_when_a_milestone_is_taken_back(case, kim, day):
    tick(case, kim, "assessment/distribute", day=day)
    tick(case, kim, "contact/reach-out")
    milestone = case.milestones.get()
    take_back_milestone(case=case, user=kim, milestone=milestone, seen=1)
    take_back_milestone(case=case, user=kim, milestone=milestone, seen=1)
    assert item(case, "contact/reach-out").is_done
    assert item(case, "assessment/distribute").state == State.TO_DO


def test_a_milestone_is_there_once(case, kim, day):
    record_milestone(case=case, user=kim, kind="assignment", day=day)
    tick(case, kim, "assessment/distribute", day=day + timedelta(days=1))
    assert case.milestones.get().day == day
    copy = case.milestones.get()
    copy.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save()


def test_each_round_has_its_own_deadlines(case, kim, day):
    tick(case, kim, "coordinating-meeting/follow-agenda", day=day)
    open_round(case=case, user=kim, kind=MEETING, number=2)
    open_round(case=case, user=kim, kind=MEETING, number=2)
    assert plan_of(case).rounds_of(MEETING) == 2
    assert item(case, "updating/send-minutes", 1).by > day
    assert item(case, "updating/send-minutes", 2).standing == Standing.WAITING
    later = day + timedelta(days=20)
    tick(case, kim, "coordinating-meeting/follow-agenda", number=2, day=later)
    assert item(case, "updating/send-minutes", 2).by > later
    assert item(case, "updating/send-minutes", 1).by < later
    assert item(case, "coordinating-meeting/hold-if-relevant", 2).not_counted_again


def test_a_planned_meeting_counts_backwards_only(case, kim):
    planned = today_for(case.team) + timedelta(days=10)
    with pytest.raises(ValidationError):
        record_milestone(case=case, user=kim, kind=MEETING, number=1, day=planned)
    record_milestone(case=case, user=kim, kind=MEETING, number=1, day=planned, planned=True)
    assert item(case, "calling-meeting/extra-points").by == planned - timedelta(days=4)
    assert item(case, "updating/send-minutes").standing == Standing.WAITING
    tick(case, kim, "coordinating-meeting/follow-agenda", day=today_for(case.team))
    milestone = CaseMilestone.objects.get()
    assert (milestone.planned, milestone.day) == (False, today_for(case.team))


def test_a_round_with_something_in_it_is_not_taken_back(case, kim, day):
    open_round(case=case, user=kim, kind=MEETING, number=2)
    tick(case, kim, "updating/finish-minutes", number=2)
    with pytest.raises(ValidationError):
        take_back_round(case=case, user=kim, kind=MEETING, number=2)
    tick(case, kim, "updating/finish-minutes", to=State.TO_DO, number=2)
    take_back_round(case=case, user=kim, kind=MEETING, number=2)
    assert plan_of(case).rounds_of(MEETING) == 1


@pytest.mark.parametrize("number", [3, 0, 100])
def test_a_round_follows_the_last_one(case, kim, number):
    with pytest.raises(ValidationError):
        open_round(case=case, user=kim, kind=MEETING, number=number)


def test_the_work_stands_at_the_first_step_that_is_not_finished(kim):
    assert plan_of(make_case(kim)).here.key == "enquiry"
    assert plan_of(make_case(kim, until="first-meeting")).here.key == "first-meeting"


def test_a_declined_visit_leads_to_its_end(case, kim, day):
    values = {"case": case, "user": kim, "step": "contact", "branch": "visit-declined"}
    take_branch(day=day, **values)
    take_branch(day=day, **values)
    assert [taken.branch_key for taken in plan_of(case).step("contact").branches] == [
        "visit-declined"
    ]
    with pytest.raises(ValidationError):
        take_branch(day=day, **values | {"branch": "made-up"})
    take_back_branch(**values)
    assert not plan_of(case).step("contact").branches


def test_a_case_with_open_mandatory_items_ends_only_with_a_reason(case, kim, day):
    today = today_for(case.team)
    assert left_open(plan_of(case))
    values = {"case": case, "user": kim, "day": today}
    with pytest.raises(ValidationError) as refused:
        close_case(outcome="no-need", reason="It is over", **values)
    assert "deviation" in refused.value.error_dict
    values |= {"reason": "It is over", "deviation": "Not needed"}
    with pytest.raises(ValidationError) as refused:
        close_case(outcome="made-up", **values)
    assert "outcome" in refused.value.error_dict
    ended = close_case(outcome="no-need", **values)
    assert (ended.state, ended.closed_on) == ("closed", today)
    assert reopen_case(case=case, user=kim).goes_on


def test_a_year_without_a_calendar_is_said_and_nothing_breaks(case, kim):
    case.started_on = date(1700, 1, 1)
    case.save()
    tick(case, kim, "assessment/distribute", day=date(1700, 5, 1))
    assert item(case, "contact/reach-out").by is None

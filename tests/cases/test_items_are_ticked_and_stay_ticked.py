"""What the services of items promise, below any screen."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from accounts.models import AccessEntry
from cases.models import CaseItem, CaseMilestone
from cases.services.assigning import assign_item
from cases.services.changing import CaseClosedError
from cases.services.closing import close_case
from cases.services.items import change_items
from cases.services.undo import undo
from cases.work.clock import today_for

from .ticking import State, item, tick, wanted

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(case):
    return case.started_on + timedelta(days=3)


def test_a_tick_says_who_and_when(case, kim):
    ticked = tick(case, kim, "enquiry/write-down-who")
    assert [row.item_key for row in ticked.changed] == ["write-down-who"]
    row = item(case, "enquiry/write-down-who").row
    assert (row.state, row.changed_by) == (State.DONE, kim)


def test_the_same_form_twice_does_it_once(case, kim):
    change = [wanted(case, "enquiry/write-down-who")]
    change_items(case=case, user=kim, wanted=change)
    again = change_items(case=case, user=kim, wanted=change)
    assert not again.changed
    assert not again.conflicts
    assert len(again.just_before) == 1
    assert case.events.filter(kind="item").count() == 1


def test_what_somebody_else_has_done_stands_already(case, kim, ada):
    change = [wanted(case, "enquiry/write-down-who")]
    change_items(case=case, user=ada, wanted=change)
    again = change_items(case=case, user=kim, wanted=change)
    assert len(again.as_before) == 1
    assert not (again.changed + again.just_before + again.conflicts)


def test_posts_whose_answers_nobody_saw_are_undone_with_the_last(case, kim, ada, day):
    names = ["enquiry/write-down-who", "assessment/distribute", "enquiry/go-on"]
    form = [wanted(case, name, day=day) for name in names]
    tick(case, ada, "enquiry/write-down-who")
    for number in range(1, 4):
        ticked = change_items(case=case, user=kim, wanted=form[:number])
    assert len(ticked.changed) == len(ticked.as_before) == len(ticked.just_before) == 1
    assert [milestone.kind for milestone in ticked.milestones] == ["assignment"]
    assert undo(case=case, user=kim, batches=ticked.batches) == 2
    assert [item(case, name).is_done for name in names] == [True, False, False]
    assert not CaseMilestone.objects.exists()


def test_a_stale_form_is_told_who_changed_what(case, kim, ada):
    stale = wanted(case, "enquiry/write-down-who")
    tick(case, ada, "enquiry/write-down-who", to=State.NOT_RELEVANT, reason="Known already")
    [conflict] = change_items(case=case, user=kim, wanted=[stale]).conflicts
    assert conflict.row.changed_by == ada
    assert conflict.row.state == State.NOT_RELEVANT
    assert item(case, "enquiry/write-down-who").state == State.NOT_RELEVANT


def test_one_item_that_cannot_be_ticked_holds_up_no_other(case, kim):
    ticked = tick(case, kim, "enquiry/receive", "enquiry/write-down-who")
    assert [row.item_key for row in ticked.changed] == ["write-down-who"]
    assert [refused.wanted.item for refused in ticked.refused] == ["receive"]


def test_what_records_a_milestone_needs_its_day(case, kim, day):
    tick(case, kim, "assessment/distribute", day=day)
    milestone = case.milestones.get()
    assert (milestone.kind, milestone.day) == ("assignment", day)
    due = item(case, "contact/reach-out").due
    assert due.counted_from.day == day
    assert due.by > day


@pytest.mark.parametrize("days", [-31, 1])
def test_nothing_happens_before_the_case_or_after_today(case, kim, days):
    day = today_for(case.team) + timedelta(days=days)
    ticked = tick(case, kim, "assessment/distribute", day=day)
    assert ticked.refused[0].words
    assert not case.milestones.exists()
    assert item(case, "assessment/distribute").state == State.TO_DO


def test_what_waits_cannot_be_ticked(case, kim, day):
    refused = tick(case, kim, "contact/reach-out").refused
    assert [wait.slug for wait in refused[0].waits] == ["assignment"]
    refused = tick(case, kim, "external-information/collect").refused
    assert [wait.slug for wait in refused[0].waits] == ["external-information"]
    tick(case, kim, "assessment/distribute", day=day)
    assert tick(case, kim, "contact/reach-out").changed


def test_a_milestone_and_what_waits_for_it_can_come_in_one_post(case, kim, day):
    wishes = [
        wanted(case, "assessment/distribute", day=day),
        wanted(case, "contact/reach-out"),
    ]
    assert len(change_items(case=case, user=kim, wanted=wishes).changed) == 2


def test_an_item_is_set_aside_with_a_reason_or_not_at_all(case, kim):
    refused = tick(case, kim, "enquiry/write-down-who", to=State.NOT_RELEVANT).refused
    assert refused[0].words
    tick(case, kim, "enquiry/write-down-who", to=State.NOT_RELEVANT, reason="Known already")
    assert item(case, "enquiry/write-down-who").is_deviation
    row = CaseItem.objects.get()
    row.reason = ""
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_unticking_takes_the_milestone_back(case, kim, day):
    tick(case, kim, "assessment/distribute", day=day)
    tick(case, kim, "contact/reach-out")
    tick(case, kim, "assessment/distribute", to=State.TO_DO)
    assert not case.milestones.exists()
    later = item(case, "contact/reach-out")
    assert later.is_done
    assert [wait.slug for wait in later.waits] == ["assignment"]


def test_undo_puts_everything_of_one_post_back(case, kim, day):
    ticked = tick(case, kim, "enquiry/write-down-who", "assessment/distribute", day=day)
    assert undo(case=case, user=kim, batches=ticked.batches) == 2
    assert not CaseMilestone.objects.exists()
    assert item(case, "assessment/distribute").state == State.TO_DO
    assert undo(case=case, user=kim, batches=ticked.batches) == 0


def test_undo_brings_a_reason_back(case, kim):
    tick(case, kim, "enquiry/go-on", to=State.NOT_RELEVANT, reason="Known already")
    batches = tick(case, kim, "enquiry/go-on", to=State.TO_DO).batches
    undo(case=case, user=kim, batches=batches)
    row = item(case, "enquiry/go-on").row
    assert (row.state, row.reason) == (State.NOT_RELEVANT, "Known already")


def test_what_somebody_changed_since_is_not_undone(case, kim, ada):
    batches = tick(case, kim, "enquiry/write-down-who", "enquiry/go-on").batches
    tick(case, ada, "enquiry/go-on", to=State.TO_DO)
    with pytest.raises(ValidationError, match="Ada"):
        undo(case=case, user=kim, batches=batches)
    assert item(case, "enquiry/write-down-who").is_done


def test_work_is_given_to_members_of_the_team_only(case, kim, ada, stranger):
    assign_item(case=case, user=kim, step="enquiry", item="go-on", person=ada)
    assert item(case, "enquiry/go-on").row.assigned_to == ada
    with pytest.raises(ValidationError):
        assign_item(case=case, user=kim, step="enquiry", item="go-on", person=stranger)


def test_nobody_else_changes_anything(case, stranger):
    stranger.is_superuser = True
    stranger.save()
    with pytest.raises(PermissionDenied):
        tick(case, stranger, "enquiry/go-on")


def test_nothing_is_ticked_in_a_case_that_has_ended(case, kim):
    close_case(
        case=case,
        user=kim,
        outcome="no-contact",
        day=today_for(case.team),
        reason="Cannot be found",
        deviation="Cannot be found",
    )
    with pytest.raises(CaseClosedError):
        tick(case, kim, "enquiry/go-on")


def test_each_change_is_in_the_access_log(case, kim):
    before = AccessEntry.objects.count()
    tick(case, kim, "enquiry/go-on")
    entry = AccessEntry.objects.first()
    assert AccessEntry.objects.count() == before + 1
    assert (entry.verb, entry.object_type, entry.object_id) == (
        "changed",
        "cases.case",
        str(case.pk),
    )

"""Recording what happened, correcting it, and taking it back."""

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.models import CaseEvent, CaseMilestone

from .changing import CaseChangedMeanwhile, changing
from .rounds import begin_next

Kind = CaseEvent.Kind


def check_day(plan, day, *, planned=False):
    """Whether something can have happened on a day.

    :raises ValidationError: a sentence for whoever wrote it.
    """
    if day < plan.case.started_on:
        started = date_format(plan.case.started_on, "DATE_FORMAT")
        raise ValidationError(
            _("The case began on %(day)s: nothing in it lies before that.") % {"day": started}
        )
    if day > plan.today and not planned:
        raise ValidationError(_("This day has not come yet: record it when it has happened."))
    if day < plan.today and planned:
        raise ValidationError(_("This day has passed: record when it happened."))


def put_down(change, *, kind, slot, number, day, time=None, planned=False):
    """Record or plan a milestone inside a change. What is there already stays as it is.

    :returns: the milestone, and whether it is new.
    """
    check_day(change.plan, day, planned=planned)
    if kind not in change.plan.procedure.milestones:
        raise ValidationError(_("This pathway does not have that milestone."))
    found = CaseMilestone.objects.filter(case=change.case, kind=kind, slot=slot).first()
    if found is not None and not found.planned:
        return found, False
    known = found or CaseMilestone(
        case=change.case, kind=kind, slot=slot, round=number if slot.startswith("round/") else None
    )
    known.day, known.time, known.planned = day, time, planned
    known.recorded_by, known.recorded_at = change.user, change.now
    known.version = known.version + 1 if found else 1
    known.save()
    change.tell(Kind.PLANNED if planned else Kind.MILESTONE, subject=kind, round=number, day=day)
    return known, True


def record_milestone(*, case, user, kind, day, time=None, number=None, planned=False):
    """Record a milestone that no item of this edition records, or plan that of a round.

    :param number: the round that it belongs to, for a step that repeats.
    :raises ValidationError: for a day that cannot be.
    """
    with changing(case, user) as change:
        if number is not None:
            slot = f"round/{number}"
            _reach(change, kind, number, planned)
        elif kind in change.plan.procedure.repeating:
            slot = f"day/{day.isoformat()}"
        else:
            slot = ""
        milestone, _new = put_down(
            change, kind=kind, slot=slot, number=number or 1, day=day, time=time, planned=planned
        )
        return milestone


def _reach(change, kind, number, planned):
    """See to it that there is the round; planning the next one begins it."""
    last = change.plan.rounds_of(kind)
    if number <= last:
        return
    if not planned or kind not in change.plan.procedure.meetings or number != last + 1:
        raise ValidationError(_("This round has not been opened."))
    begin_next(change, kind)


def correct_milestone(*, case, user, milestone, seen, day, time=None):
    """Put a milestone on another day. All that is counted from it moves.

    :raises CaseChangedMeanwhile: where somebody has corrected it since, or taken it back.
    """
    with changing(case, user) as change:
        known = _known(change, milestone)
        if (known.day, known.time) == (day, time):
            return known
        _refuse_stale(known, seen)
        check_day(change.plan, day, planned=known.planned)
        before, known.day, known.time = known.day, day, time
        known.recorded_by, known.recorded_at = user, change.now
        known.version += 1
        known.save()
        change.tell(
            Kind.CORRECTED, subject=known.kind, round=known.round or 1, day=day, day_before=before
        )
        return known


def take_back_milestone(*, case, user, milestone, seen):
    """It did not happen after all. What others did since stays; what counted from it waits."""
    with changing(case, user) as change:
        known = CaseMilestone.objects.filter(case=change.case, pk=milestone.pk).first()
        if known is None:
            return  # the same form, posted again
        _refuse_stale(known, seen)
        remove(change, known)


def remove(change, known):
    """Take a milestone back inside a change; the item that recorded it is to do again."""
    change.tell(Kind.TAKEN_BACK, subject=known.kind, round=known.round or 1, day_before=known.day)
    item = next((i for i in change.plan.items if _recorded(i, known)), None)
    if item is not None and item.is_done:
        change.turn(item.row, item.row.State.TO_DO).save()
        item.row.save()
    known.delete()


def _recorded(item, milestone):
    return item.milestone is not None and item.milestone.pk == milestone.pk


def _known(change, milestone):
    found = CaseMilestone.objects.filter(case=change.case, pk=milestone.pk)
    known = found.select_related("recorded_by").first()
    if known is None:
        back = change.case.events.filter(kind=Kind.TAKEN_BACK, subject=milestone.kind)
        last = back.select_related("by").first()
        raise CaseChangedMeanwhile(last and last.by, last and last.at)
    return known


def _refuse_stale(known, seen):
    if known.version != seen:
        raise CaseChangedMeanwhile(known.recorded_by, known.recorded_at)

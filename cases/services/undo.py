"""Undoing what posts did: what was ticked, or that the case was moved."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import CaseEvent, CaseItem

from .changing import changing
from .editions import move_back
from .following import keep_follow_ups, refuse_other_work

Kind = CaseEvent.Kind


def undo(*, case, user, batches):
    """Put what these posts changed back as it was: items, or the edition of the case.

    :returns: how much was put back; 0 where it was undone before.
    :raises ValidationError: where somebody has changed one of them since: nothing is undone then.
    """
    with changing(case, user, ended_too=True) as change:
        told = change.case.events.filter(batch__in=batches, undone=False)
        move = told.filter(kind=Kind.EDITION).first()
        if move is not None:
            move_back(change, move)
            return told.update(undone=True)
        told = told.filter(kind=Kind.ITEM)
        events = list(told.order_by("pk"))
        refuse_other_work(change, [_place(event) for event in events])
        items = [change.plan.item(*_place(event)) for event in events]
        for event, item in zip(events, items, strict=True):
            _refuse_changed(item, event)
        for event, item in zip(events, items, strict=True):
            if event.after == CaseItem.State.DONE and item.milestone is not None:
                _take_back(change, item, event)
            _put_back(change, item.row, event)
        told.update(undone=True)
        keep_follow_ups(change)
        return len(events)


def _place(event):
    return event.step_key, event.item_key, event.round


def _refuse_changed(item, event):
    if item is None or item.version != event.version:
        person = item.row.changed_by if item and item.row else _("somebody")
        raise ValidationError(
            _("It cannot be undone: %(person)s has changed it since.") % {"person": person}
        )


def _take_back(change, item, event):
    """The milestone that was recorded with it; not one that somebody has moved since."""
    milestone = item.milestone
    told = change.case.events.filter(batch=event.batch, kind=Kind.MILESTONE)
    recorded = told.filter(subject=milestone.kind)
    if not recorded.exists():
        return  # it was there before
    if not recorded.filter(day=milestone.day).exists():
        raise ValidationError(_("It cannot be undone: the milestone has been corrected since."))
    change.tell(Kind.TAKEN_BACK, subject=milestone.kind, round=item.round, day_before=milestone.day)
    milestone.delete()


def _put_back(change, row, event):
    earlier = change.case.events.filter(
        kind=Kind.ITEM, step_key=row.step_key, item_key=row.item_key, round=row.round
    )
    before = earlier.filter(pk__lt=event.pk).order_by("-pk").first()
    set_aside = before and event.before == CaseItem.State.NOT_RELEVANT
    reason = before.reason if set_aside else ""
    change.turn(row, event.before, reason, undone=True).save()
    row.save()

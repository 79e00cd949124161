"""Bringing a case to another edition of its pathway, back, or leaving it where it is."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import CaseEvent, CaseStay, MovingCase
from cases.work.changes import Comparison, token_of
from cases.work.procedure import Procedure
from pathways.models import PathwayEdition

from .changing import CaseClosedError, changing

Kind = CaseEvent.Kind
Why = MovingCase.Why


def move_case(*, case, user, edition, seen=""):
    """Let a case follow the edition that is in force. What was recorded in it stays as it is.

    :param str seen: stands for what somebody was shown that touches work begun (``token_of``);
        without it a case moves only where nothing is touched.
    :returns: the batch by which it is undone; None where it follows the edition already.
    :raises ValidationError: with one of the codes of ``MovingCase.Why``.
    """
    with changing(case, user) as change:
        case, plan = change.case, change.plan
        if case.edition_id == edition.pk:
            return None
        _check_in_force(plan, edition)
        losses = Comparison(plan.procedure, Procedure(edition)).losses(plan.facts)
        if losses and seen != token_of(losses, edition):
            raise ValidationError(Why.NEEDS_YOU.label, code=Why.NEEDS_YOU)
        _follow(change, edition)
        return change.batch


def _check_in_force(plan, edition):
    in_force = PathwayEdition.objects.in_force(plan.today).filter(pk=edition.pk)
    if not in_force.filter(key=plan.procedure.edition.key).exists():
        raise ValidationError(Why.WITHDRAWN.label, code=Why.WITHDRAWN)


def _follow(change, edition, **more):
    before = change.plan.procedure.edition
    change.case.edition = edition
    change.case.version += 1
    change.case.save(update_fields=["edition", "version"])
    change.tell(Kind.EDITION, before=str(before.number), after=str(edition.number), **more)


def move_back(change, event):
    """Undo a move inside a change: the case follows the edition that it followed before.

    :raises ValidationError: where it has been moved since, or something was recorded that only
        the newer edition has.
    """
    if not change.case.goes_on:
        raise CaseClosedError
    now = change.plan.procedure
    before = PathwayEdition.objects.for_reading().get(key=now.edition.key, number=event.before)
    if str(now.edition.number) != event.after:
        raise _changed(_("It cannot be undone: the case has been moved since."))
    back = Comparison(now, Procedure(before))
    if any(_is_since(change, loss, back, event) for loss in back.losses(change.plan.facts)):
        raise _changed(
            _("It cannot be undone: something has been recorded since that only this edition has.")
        )
    _follow(change, before, undone=True)


def _is_since(change, loss, back, event):
    """Whether something that the older edition lacks was recorded after the move."""
    if loss.kind != "item" or not back.items[loss.step, loss.key].is_gone:
        return False
    return change.plan.facts.items[loss.step, loss.key, loss.round].changed_at >= event.at


def _changed(words):
    return ValidationError(words, code=Why.CHANGED)


def stay(*, case, user, edition, reason):
    """Say why a case does not go along to the edition in force.

    :raises ValidationError: without a reason, or where that edition is not in force.
    """
    with changing(case, user) as change:
        if not reason:
            raise ValidationError({"reason": _("Say why it stays.")})
        if change.case.edition_id == edition.pk:
            return
        _check_in_force(change.plan, edition)
        said = {"reason": reason, "said_by": user, "said_at": change.now}
        known = CaseStay.objects.filter(case=change.case, edition=edition).first()
        if known is not None and known.reason == reason:
            return
        CaseStay.objects.update_or_create(case=change.case, edition=edition, defaults=said)
        change.tell(Kind.STAYS, before=str(change.plan.procedure.edition.number), reason=reason)

"""Rounds of steps that repeat: opening one, and taking it back while it is empty."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cases.models import CaseEvent, CaseRound

from .changing import changing

MOST_ROUNDS = 99
USED_MESSAGE = _("Something has been recorded in this round. Take that back first.")


def open_round(*, case, user, kind, number):
    """Begin the steps that repeat with a milestone once more.

    :param int number: of the new round; posted twice, it is opened once.
    :raises ValidationError: where it does not follow the last one, or nothing repeats.
    """
    with changing(case, user) as change:
        steps = change.plan.procedure.steps
        if not any(step.node.repeats_with == kind for step in steps):
            raise ValidationError(_("No step of this pathway repeats with that milestone."))
        last = change.plan.rounds_of(kind)
        if 1 <= number <= last:
            return
        if number != last + 1:
            raise ValidationError(_("This round does not follow the last one."))
        begin_next(change, kind)


def begin_next(change, kind):
    """Begin the round after the last one, inside a change.

    :returns: its number.
    """
    number = change.plan.rounds_of(kind) + 1
    if number > MOST_ROUNDS:
        raise ValidationError(_("This round does not follow the last one."))
    CaseRound.objects.create(
        case=change.case, kind=kind, number=number, opened_by=change.user, opened_at=change.now
    )
    change.tell(CaseEvent.Kind.ROUND, subject=kind, round=number)
    change.look_again()
    return number


def take_back_round(*, case, user, kind, number):
    """Take back the last round.

    :raises ValidationError: where something was recorded in it.
    """
    with changing(case, user) as change:
        last = change.plan.rounds_of(kind)
        if number > last or number < 2:
            return
        if number != last:
            raise ValidationError(USED_MESSAGE)
        remove_last(change, kind)


def remove_last(change, kind):
    """Take the last round back, inside a change.

    :raises ValidationError: where something was recorded in it, or it came by itself.
    """
    plan, number = change.plan, change.plan.rounds_of(kind)
    if is_used(plan, kind, number):
        raise ValidationError(USED_MESSAGE)
    if plan.facts.rounds.get(kind, 1) < number:
        raise ValidationError(_("This round came with its checkpoint and stays."))
    CaseRound.objects.filter(case=change.case, kind=kind, number=number).delete()
    change.tell(CaseEvent.Kind.ROUND_TAKEN_BACK, subject=kind, round=number)


def is_used(plan, kind, number):
    """Whether anything was recorded in a round."""
    steps = [step for step in plan.steps if step.place.node.repeats_with == kind]
    touched = any(
        turn.is_touched for step in steps for turn in step.rounds if turn.number == number
    )
    of_round = any(m.round == number for m in plan.milestones_of(kind))
    branches = any(b.round == number for step in steps for b in step.branches)
    return touched or of_round or branches

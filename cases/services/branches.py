"""Side tracks: saying that a branch applies, and taking that back; and loops."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import CaseBranch, CaseEvent

from .changing import changing
from .milestones import check_day
from .rounds import begin_next, remove_last

Kind = CaseEvent.Kind


def take_branch(*, case, user, step, branch, day, number=1):
    """Say that a branch of a step applies to the case since a day.

    One that leads back is a loop: the steps at both its ends begin their next round.

    :raises ValidationError: where the edition has no such branch, or for a day that cannot be.
    """
    with changing(case, user) as change:
        _exists(change.plan, step, branch, number)
        check_day(change.plan, day)
        taken, is_new = CaseBranch.objects.get_or_create(
            case=change.case,
            step_key=step,
            branch_key=branch,
            round=number,
            defaults={"day": day, "taken_by": user, "taken_at": change.now},
        )
        if is_new:
            change.tell(Kind.BRANCH, step_key=step, subject=branch, round=number, day=day)
            for kind in _loop(change.plan, step, branch):
                if change.plan.rounds_of(kind) == number:
                    begin_next(change, kind)
        return taken


def take_back_branch(*, case, user, step, branch, number=1):
    """It does not apply after all; the round that it led to goes with it.

    :raises ValidationError: where something was recorded in that round.
    """
    with changing(case, user) as change:
        found = CaseBranch.objects.filter(
            case=change.case, step_key=step, branch_key=branch, round=number
        )
        if found.delete()[0]:
            for kind in _loop(change.plan, step, branch):
                if change.plan.rounds_of(kind) == number + 1:
                    remove_last(change, kind)
            change.tell(Kind.BRANCH_TAKEN_BACK, step_key=step, subject=branch, round=number)


def _loop(plan, step, branch):
    """Milestones whose next round a branch begins that leads back; none for another branch."""
    node = plan.procedure.branch(step, branch)
    if node is None or node.kind != "step":
        return []
    keys = [place.key for place in plan.procedure.steps]
    target = node.target.removeprefix("step:")
    if target not in keys or keys.index(target) > keys.index(step):
        return []
    ends = [plan.step(key).place.node.repeats_with for key in (target, step)]
    return [kind for kind in dict.fromkeys(ends) if kind]


def _exists(plan, step, branch, number):
    known = plan.procedure.branch(step, branch) is not None
    if not known or plan.step(step).round(number) is None:
        raise ValidationError(_("This edition has no such branch."))

"""Pauses: letting a case stand still for a while, and going on before its time."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import CaseEvent, CasePause
from cases.models.pause import BACKWARDS_MESSAGE

from .changing import changing
from .milestones import check_day

Kind = CaseEvent.Kind


def pause_case(*, case, user, since, until, reason):
    """Let the case stand still from one day to another, both included.

    :raises ValidationError: by field.
    """
    with changing(case, user) as change:
        same = change.case.pauses.filter(since=since, until=until).first()
        if same is not None:
            return same  # the same form, posted again
        _check(change, since, until, reason)
        made = CasePause.objects.create(
            case=change.case,
            since=since,
            until=until,
            reason=reason,
            made_by=user,
            made_at=change.now,
        )
        change.tell(Kind.PAUSED, day=until, reason=reason)
        return made


def _check(change, since, until, reason):
    errors = {}
    try:
        check_day(change.plan, since)
    except ValidationError as error:
        errors["since"] = error.messages
    if until < since:
        errors["until"] = str(BACKWARDS_MESSAGE)
    elif until < change.plan.today:
        errors["until"] = _("This day has passed: the pause would be over.")
    elif change.case.pauses.filter(since__lte=until, until__gte=since).exists():
        errors["since"] = _("The case is paused in these days already.")
    if not reason:
        errors["reason"] = _("Say why the case stands still.")
    if errors:
        raise ValidationError(errors)


def end_pause(*, case, user):
    """Go on today. What is left of the pause falls away."""
    with changing(case, user) as change:
        pause, today = change.plan.pause, change.plan.today
        if pause is None:
            return
        if pause.since == today:
            pause.delete()
        else:
            pause.until = today - timedelta(days=1)
            pause.save(update_fields=["until"])
        change.tell(Kind.RESUMED, day=today)

"""Deadlines of one case alone: setting one, meeting it, dropping it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import CaseDeadline, CaseEvent

from .changing import changing

Kind = CaseEvent.Kind


def set_deadline(*, case, user, day, text, form_token=None):
    """Set a deadline that no pathway knows.

    :raises ValidationError: by field.
    """
    with changing(case, user) as change:
        before = form_token and change.case.deadlines.filter(form_token=form_token).first()
        if before:
            return before
        if day < change.plan.today:
            raise ValidationError({"day": _("This day has passed. Choose one that is to come.")})
        if not text:
            raise ValidationError({"text": _("Say in a few words what is to be done.")})
        made = CaseDeadline.objects.create(
            case=change.case,
            day=day,
            text=text,
            set_by=user,
            set_at=change.now,
            form_token=form_token,
        )
        change.tell(Kind.DEADLINE, day=day)
        return made


def meet_deadline(*, case, user, deadline):
    """It is done, today."""
    with changing(case, user) as change:
        known = _open(change, deadline)
        if known is not None:
            known.done_on = change.plan.today
            known.save(update_fields=["done_on"])
            change.tell(Kind.DEADLINE_MET, day=known.day)


def drop_deadline(*, case, user, deadline):
    """It holds no longer."""
    with changing(case, user) as change:
        known = _open(change, deadline)
        if known is not None:
            change.tell(Kind.DEADLINE_DROPPED, day_before=known.day)
            known.delete()


def _open(change, deadline):
    return change.case.deadlines.filter(pk=deadline, done_on=None).first()

"""Saying who is away and who stands in for them."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access_log import record
from accounts.models import Team
from accounts.models.access_entry import Verb
from cases.mails import tell_by_mail
from cases.models import Absence, CaseNews
from cases.models.absence import ENDS_MESSAGE
from cases.permissions import may_be_given_work, may_say_who_is_away
from cases.work.clock import today_for


@transaction.atomic
def be_away(*, user, person, team, substitute, first_day, last_day):
    """Somebody is away, and somebody stands in. Said twice, it holds once.

    :raises ValidationError: by field.
    """
    Team.objects.select_for_update().get(pk=team.pk)
    if not may_say_who_is_away(user, person, team):
        raise PermissionDenied
    _check(person, team, substitute, first_day, last_day)
    values = {"user": person, "team": team, "first_day": first_day, "last_day": last_day}
    known = Absence.objects.filter(**values, substitute=substitute).first()
    if known:
        return known
    overlapping = Absence.objects.filter(
        user=person, team=team, first_day__lte=last_day, last_day__gte=first_day
    )
    if overlapping.exists():
        raise ValidationError(_("There is an absence on some of these days already."))
    absence = Absence.objects.create(**values, substitute=substitute)
    record(Verb.CHANGED, absence, related=person, actor=user)
    if substitute.pk != user.pk:
        CaseNews.objects.create(
            user=substitute, kind=CaseNews.Kind.STANDS_IN, by=user, at=timezone.now()
        )
        tell_by_mail([substitute], first_day)
    return absence


def _check(person, team, substitute, first_day, last_day):
    if last_day < first_day:
        raise ValidationError({"last_day": ENDS_MESSAGE})
    if last_day < today_for(team):
        raise ValidationError({"last_day": _("This day has passed.")})
    if person.pk == substitute.pk:
        raise ValidationError({"substitute": _("Somebody else has to stand in.")})
    for field, one in (("person", person), ("substitute", substitute)):
        if not may_be_given_work(one, team):
            raise ValidationError({field: _("%(person)s is not in this team.") % {"person": one}})


@transaction.atomic
def be_back(*, user, absence):
    """The absence ends, or does not begin."""
    if not may_say_who_is_away(user, absence.user, absence.team):
        raise PermissionDenied
    record(Verb.CHANGED, absence, related=absence.user, actor=user)
    absence.delete()

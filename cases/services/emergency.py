"""Opening a case of another team in an emergency, which its lead is told at once."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.access_log import record
from accounts.models import Team
from accounts.models.access_entry import Verb
from cases.models import Case, CaseEmergency, CaseEvent, CaseNews
from cases.models.emergency import HOURS
from cases.people import leads_of, members_of
from cases.permissions import leads_team_of, may_work_on

from . import news
from .changing import changing


def open_in_emergency(*, user, reference, reason, hours):
    """Read a case of another team of the organisation for some hours.

    :returns: the case. Where the person may read it already, nothing else happens.
    :raises ValidationError: by field.
    """
    if hours not in HOURS or not reason:
        raise ValidationError({"reason": _("Say why, and for how long.")})
    organisations = Team.objects.of(user).values("organisation_id")
    found = Case.objects.filter(team__organisation__in=organisations)
    case = found.filter(reference__iexact=reference.strip()).first()
    if case is None:
        raise ValidationError({"reference": _("There is no case with this reference.")})
    if may_work_on(user, case):
        return case
    with changing(case, user, allowed=_works_in_organisation, ended_too=True) as change:
        if CaseEmergency.objects.current().filter(case=case, user=user).exists():
            return case
        CaseEmergency.objects.create(
            case=change.case,
            user=user,
            reason=reason,
            since=change.now,
            until=change.now + timedelta(hours=hours),
        )
        change.tell(CaseEvent.Kind.EMERGENCY, reason=reason)
        record(Verb.EMERGENCY, change.case, actor=user)
        news.tell(change, CaseNews.Kind.EMERGENCY, _to_be_told(change.case.team))
        return change.case


def end_emergency(*, case, user, emergency):
    """End it before its time: whoever opened the case, or its team's lead."""
    with changing(case, user, allowed=_may_end(emergency), ended_too=True) as change:
        known = CaseEmergency.objects.current().filter(case=case, pk=emergency.pk)
        if known.update(ended_at=change.now):
            change.tell(CaseEvent.Kind.EMERGENCY_ENDED)


def _works_in_organisation(user, case):
    return Team.objects.of(user).filter(organisation=case.team.organisation).exists()


def _may_end(emergency):
    return lambda user, case: emergency.user_id == user.pk or leads_team_of(user, case)


def _to_be_told(team):
    """The team's leads; everybody in a team that has none."""
    people = members_of(team)
    return list(people.filter(pk__in=leads_of(team))) or list(people)

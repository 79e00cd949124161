"""Who reads a case in an emergency just now."""

from dataclasses import dataclass

from cases.models import CaseEmergency
from cases.permissions import leads_team_of
from cases.reading.words.when import moment_said


@dataclass(frozen=True)
class Reading:
    """That somebody of another team reads the case, and until when."""

    pk: int
    person: str
    reason: str
    until: str
    is_mine: bool
    can_end: bool


def emergencies_in(plan, user) -> list[Reading]:
    """Those that hold now."""
    found = CaseEmergency.objects.current().filter(case=plan.case).select_related("user")
    readings = list(found)
    leads = bool(readings) and leads_team_of(user, plan.case)
    return [
        Reading(
            pk=each.pk,
            person=str(each.user),
            reason=each.reason,
            until=moment_said(each.until, plan.now),
            is_mine=each.user_id == user.pk,
            can_end=leads or each.user_id == user.pk,
        )
        for each in readings
    ]

"""Absences as they are listed."""

from dataclasses import dataclass

from accounts.models import Team
from cases.models import Absence
from cases.reading.words.when import day_said
from cases.work.clock import today_for


@dataclass(frozen=True)
class Away:
    """That somebody is or will be away."""

    pk: int
    person: str
    substitute: str
    first_day: str
    last_day: str
    is_now: bool
    can_end: bool


def absences_for(user) -> list[Away]:
    """Those in the person's teams that are not over."""
    led = set(Team.objects.led_by(user).values_list("pk", flat=True))
    found = Absence.objects.filter(team__in=Team.objects.of(user))
    found = found.select_related("user", "substitute", "team")
    return [
        Away(
            pk=absence.pk,
            person=str(absence.user),
            substitute=str(absence.substitute),
            first_day=day_said(absence.first_day, today),
            last_day=day_said(absence.last_day, today),
            is_now=absence.first_day <= today,
            can_end=absence.user_id == user.pk or absence.team_id in led,
        )
        for absence in found
        if (today := today_for(absence.team)) <= absence.last_day
    ]

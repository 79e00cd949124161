"""How many anonymous consultations the teams had."""

from dataclasses import dataclass
from datetime import timedelta

from accounts.models import Team
from cases.models import Consultations
from cases.reading.words.when import day_said
from cases.work.clock import today_for

SHOWN = timedelta(days=30)


@dataclass(frozen=True)
class TeamCount:
    """One team: today, and the days before."""

    pk: int
    name: str
    today: int
    month: int
    days: list[tuple[str, int]]


def team_counts(user) -> list[TeamCount]:
    """The teams of a person with what was counted in the last thirty days."""
    teams = list(Team.objects.of(user).order_by("name"))
    today = {team.pk: today_for(team) for team in teams}
    found = Consultations.objects.filter(team__in=teams, number__gt=0)
    rows = list(found.filter(day__gt=min(today.values()) - SHOWN)) if teams else []
    return [_count(team, today[team.pk], rows) for team in teams]


def _count(team, today, rows):
    rows = [row for row in rows if row.team_id == team.pk]
    return TeamCount(
        pk=team.pk,
        name=str(team),
        today=next((row.number for row in rows if row.day == today), 0),
        month=sum(row.number for row in rows),
        days=[(day_said(row.day, today), row.number) for row in rows],
    )

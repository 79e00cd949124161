"""Plans of cases, with as many queries for eighty as for one of the same team."""

from pathways.calendars import calendar_of_team
from pathways.models import PathwayEdition

from .clock import now_for
from .facts import facts_of
from .plan import CasePlan
from .procedure import Procedure


def plans_of(cases, facts=None) -> list[CasePlan]:
    """How each case stands now, in the order given.

    :param cases: with their team, as :meth:`CaseQuerySet.for_work` reads them.
    :param facts: of these cases, where they have been read already.
    """
    cases = list(cases)
    facts = facts_of(cases) if facts is None else facts
    editions = PathwayEdition.objects.filter(pk__in={case.edition_id for case in cases})
    procedures = {edition.pk: Procedure(edition) for edition in editions.for_reading()}
    teams = {case.team_id: case.team for case in cases}
    calendars = {pk: calendar_of_team(team) for pk, team in teams.items()}
    moments = {pk: now_for(team) for pk, team in teams.items()}
    return [
        CasePlan(
            case,
            procedures[case.edition_id],
            facts[case.pk],
            calendars[case.team_id],
            moments[case.team_id],
        )
        for case in cases
    ]


def plan_of(case) -> CasePlan:
    """How the case stands now."""
    return plans_of([case])[0]

"""What is a person's work: theirs, and that of colleagues for whom they stand in."""

from collections import defaultdict

from django.db.models import Q

from cases.models import Absence, Case, CaseItem
from cases.work.clock import today_for
from cases.work.load import plans_of

from .entries import PlanOfMine


def stood_in_for(user) -> dict:
    """Colleagues for whom the person stands in today: names by id, by the team's id."""
    found = defaultdict(dict)
    for absence in Absence.objects.filter(substitute=user).select_related("user", "team"):
        if absence.first_day <= today_for(absence.team) <= absence.last_day:
            found[absence.team_id][absence.user_id] = str(absence.user)
    return found


def work_of(user, most):
    """All cases to work on that are the person's or in which items are, and whether there are more.

    :param int most: cases at most.
    """
    others = stood_in_for(user)
    people = {user.pk, *(pk for names in others.values() for pk in names)}
    given = CaseItem.objects.filter(assigned_to__in=people).exclude(state__in=CaseItem.SETTLED)
    mine = Q(responsible__in=people) | Q(pk__in=given.values("case_id"))
    mine |= Q(areas__responsible__in=people)
    cases = Case.objects.worked_on_by(user).to_work_on().filter(mine).distinct()
    found = list(cases.for_work().order_by("pk")[: most + 1])
    plans = plans_of(found[:most])
    made = [PlanOfMine(plan, user, others.get(plan.case.team_id, {})) for plan in plans]
    return made, len(found) > most

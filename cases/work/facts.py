"""What people recorded in cases, read for many cases at once."""

from collections import defaultdict
from dataclasses import dataclass, field

from cases.models import (
    CaseArea,
    CaseBranch,
    CaseConsent,
    CaseDeadline,
    CaseItem,
    CaseMilestone,
    CasePause,
    CaseRound,
)


@dataclass
class Facts:
    """All that was recorded in one case and counts for how it stands."""

    items: dict = field(default_factory=dict)
    milestones: list = field(default_factory=list)
    consents: list = field(default_factory=list)
    rounds: dict = field(default_factory=dict)
    branches: list = field(default_factory=list)
    areas: dict = field(default_factory=dict)
    pauses: list = field(default_factory=list)
    deadlines: list = field(default_factory=list)


def facts_of(cases) -> dict:
    """Facts by the case's primary key; eight queries, however many cases there are."""
    keys = [case.pk for case in cases]
    found = defaultdict(Facts)
    people = ("changed_by", "assigned_to")
    for item in CaseItem.objects.filter(case__in=keys).select_related(*people):
        found[item.case_id].items[item.place] = item
    for milestone in CaseMilestone.objects.filter(case__in=keys).select_related("recorded_by"):
        found[milestone.case_id].milestones.append(milestone)
    for consent in CaseConsent.objects.filter(case__in=keys).select_related("recorded_by"):
        found[consent.case_id].consents.append(consent)
    for opened in CaseRound.objects.filter(case__in=keys):
        rounds = found[opened.case_id].rounds
        rounds[opened.kind] = max(opened.number, rounds.get(opened.kind, 1))
    for branch in CaseBranch.objects.filter(case__in=keys).select_related("taken_by"):
        found[branch.case_id].branches.append(branch)
    for area in CaseArea.objects.filter(case__in=keys).select_related("responsible"):
        found[area.case_id].areas[area.phase_key] = area.responsible
    for pause in CasePause.objects.filter(case__in=keys):
        found[pause.case_id].pauses.append(pause)
    deadlines = CaseDeadline.objects.filter(case__in=keys, done_on=None)
    for deadline in deadlines.select_related("set_by"):
        found[deadline.case_id].deadlines.append(deadline)
    return found

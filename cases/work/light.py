"""Facts of many cases with no more than figures need: a row is a tuple, and people are numbers."""

from collections import defaultdict, namedtuple

from cases.models import (
    CaseBranch,
    CaseConsent,
    CaseItem,
    CaseMilestone,
    CasePause,
    CaseRound,
)

from .facts import Facts

ITEM = ("step_key", "item_key", "round", "state", "reason", "changed_at", "assigned_to_id")
MILESTONE = ("kind", "slot", "round", "day", "time", "planned", "counts")
CONSENT = ("case_id", "kind", "given_on", "ends_on", "withdrawn_on")

ItemRow = namedtuple("ItemRow", ITEM)
MilestoneRow = namedtuple("MilestoneRow", MILESTONE)
BranchRow = namedtuple("BranchRow", ("step_key", "branch_key", "round"))


def light_facts_of(cases) -> dict:
    """Facts by the case's primary key; six queries, and little memory.

    :param cases: a queryset of cases.
    """
    found = defaultdict(Facts)
    cases = cases.order_by().values("pk")
    settled = CaseItem.objects.filter(case__in=cases).exclude(state=CaseItem.State.TO_DO)
    for pk, *values in settled.values_list("case_id", *ITEM).iterator():
        row = ItemRow(*values)
        found[pk].items[row[:3]] = row
    milestones = CaseMilestone.objects.filter(case__in=cases)
    for pk, *values in milestones.values_list("case_id", *MILESTONE).iterator():
        found[pk].milestones.append(MilestoneRow(*values))
    for consent in CaseConsent.objects.filter(case__in=cases).only(*CONSENT):
        found[consent.case_id].consents.append(consent)
    for pause in CasePause.objects.filter(case__in=cases):
        found[pause.case_id].pauses.append(pause)
    for pk, kind, number in CaseRound.objects.filter(case__in=cases).values_list(
        "case_id", "kind", "number"
    ):
        found[pk].rounds[kind] = max(number, found[pk].rounds.get(kind, 1))
    for pk, *values in CaseBranch.objects.filter(case__in=cases).values_list(
        "case_id", *BranchRow._fields
    ):
        found[pk].branches.append(BranchRow(*values))
    return found

"""A case on one page: what is next, the line, and what was recorded."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case
from cases.reading.mine.handing_over import question_to
from cases.reading.recorded.consents import consent_rows
from cases.reading.recorded.deadlines import deadline_rows
from cases.reading.tasks.checklists import NEXT, checklist_of
from cases.reading.tasks.earlier import earlier_items
from cases.reading.words.said import Said, Wording
from cases.work.behind import asked_to_move, in_force_for
from cases.work.parts import Standing
from pathways.reading.links import Link

from .cover import cover_of
from .emergency import emergencies_in
from .line import line_of


@dataclass(frozen=True)
class Ending:
    """That a side track ends the case, and how."""

    outcome: Said
    url: str


def case_view(plan, user) -> dict:
    """What the page of a case shows to somebody."""
    wording = Wording(plan.procedure)
    cover = cover_of(plan, wording)
    here = plan.here
    return {
        "cover": cover,
        "counts": counts(plan.items),
        "here": wording.of(here.place.node.title) if here else None,
        "here_number": here.place.number if here else "",
        "checklist": checklist_of(plan, NEXT, back=cover.url, wording=wording),
        "line": line_of(plan, wording),
        "consents": [row for row in consent_rows(plan, wording) if row.matters],
        "deviations": [_deviation(item, wording, plan) for item in plan.deviations],
        "own_deadlines": deadline_rows(plan, plan.facts.deadlines if plan.case.goes_on else []),
        "emergencies": emergencies_in(plan, user),
        "question": question_to(plan, user, wording),
        "earlier": earlier_items(plan),
        "newer": newer_edition(plan.case) if plan.case.can_be_changed else None,
        "ending": _ending(plan, wording) if plan.case.can_be_changed else None,
        "breadcrumbs": [Link(_("My day"), reverse("cases:my_day"))],
    }


def newer_edition(case):
    """The edition in force where the case follows another one and nobody said why it stays."""
    asked = asked_to_move(Case.objects.filter(pk=case.pk)).exists()
    return in_force_for(case) if asked else None


def counts(items):
    """How many items press and how many wait, for the head of a page."""
    standings = [item.standing for item in items]
    return {
        "overdue": standings.count(Standing.OVERDUE),
        "due": standings.count(Standing.DUE),
        "soon": standings.count(Standing.SOON),
    }


def _deviation(item, wording, plan):
    step, key, number = item.place
    return {
        "text": wording.item(step, key),
        "step": wording.step(step),
        "reason": item.row.reason,
        "person": str(item.row.changed_by),
        "url": reverse("cases:item", args=[plan.case.pk, step, key, number]),
    }


def _ending(plan, wording):
    """The end that a side track leads to, where the case has taken one."""
    for taken in plan.facts.branches:
        node = plan.procedure.branch(taken.step_key, taken.branch_key)
        if node is not None and node.kind == "outcome":
            address = reverse("cases:close", args=[plan.case.pk])
            return Ending(wording.outcome(node.outcome), f"{address}?outcome={node.outcome}")
    return None

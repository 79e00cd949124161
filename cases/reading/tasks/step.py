"""A step of a case: the guidance of its edition, with the states of the items in place."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.reading.case.cover import cover_of
from cases.reading.case.line import line_of
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said
from cases.services.rounds import is_used
from pathways.reading.edition import of_edition
from pathways.reading.links import Link

from .checklists import checklist_of
from .item import crumbs


@dataclass(frozen=True)
class Rounds:
    """The rounds of a step that repeats: which one is shown, and which there are."""

    kind: str
    name: Said
    number: int
    links: list[Link]
    next_number: int
    can_take_back: bool
    planned: str
    happened: str
    plan_url: str


@dataclass(frozen=True)
class BranchRow:
    """A branch of the step: whether the case has taken it."""

    key: str
    number: str
    condition: Said
    taken_on: str
    taken_by: str


def address_in(case):
    """Function from kind and key of guidance to its address in the case."""

    def address(kind, key):
        if kind == "step":
            return reverse("cases:step", args=[case.pk, key])
        return reverse("cases:case", args=[case.pk])

    return address


def step_view(plan, step, number, request) -> dict:
    """What the page of a step shows, for one of its rounds."""
    wording = Wording(plan.procedure)
    cover = cover_of(plan, wording)
    edition = plan.procedure.edition
    view = of_edition(edition, get_language(), request, address=address_in(plan.case))
    view = replace(view.step(step.key), storage_key="", came_from=None)
    url = reverse("cases:step", args=[plan.case.pk, step.key])
    back = f"{url}?round={number}"
    checklist = checklist_of(plan, f"{step.key}/{number}", back=back, wording=wording)
    here = Link(view.title, url, current=True)
    return {
        "view": view,
        "cover": cover,
        "checklist": checklist,
        "number": number,
        "rounds": _rounds(plan, step, number, wording) if step.place.node.repeats_with else None,
        "stretch": _stretch(plan, step, wording),
        "may_set_aside": plan.case.can_be_changed
        and step.place.is_offered
        and not step.round(number).is_settled,
        "branch_rows": [_branch(plan, step, node, number, wording) for node in _branches(step)],
        "today": plan.today,
        "started": plan.case.started_on,
        "back": back,
        "copy_url": reverse("cases:copy", args=[plan.case.pk, step.key]) + f"?round={number}",
        "breadcrumbs": crumbs(cover, here),
    }


def _stretch(plan, step, wording):
    """The part of the line that the step stands in."""
    stretches = line_of(plan, wording)
    return next(s for s in stretches if any(stop.key == step.key for stop in s.stops))


def _branches(step):
    return step.place.node.branches


def _rounds(plan, step, number, wording):
    kind = step.place.node.repeats_with
    last = plan.rounds_of(kind)
    url = reverse("cases:step", args=[plan.case.pk, step.key])
    milestone = step.round(number).milestone
    said = day_said(milestone.day, plan.today) if milestone else ""
    return Rounds(
        kind=kind,
        name=wording.milestone(kind),
        number=number,
        links=[
            Link(_("Round %s") % n, f"{url}?round={n}", current=n == number)
            for n in range(1, last + 1)
        ],
        next_number=last + 1,
        can_take_back=last > 1 and number == last and not is_used(plan, kind, last),
        planned=said if milestone and milestone.planned else "",
        happened=said if milestone and not milestone.planned else "",
        plan_url=reverse("cases:milestone_plan", args=[plan.case.pk, kind, number]),
    )


def _branch(plan, step, node, number, wording):
    taken = next((b for b in step.branches if b.branch_key == node.key and b.round == number), None)
    return BranchRow(
        key=node.key,
        number=node.number,
        condition=wording.of(node.condition),
        taken_on=day_said(taken.day, plan.today) if taken else "",
        taken_by=str(taken.taken_by) if taken else "",
    )

"""Meetings of a case: which were held, which are planned, and what hangs on their day."""

from dataclasses import dataclass

from django.urls import reverse

from cases.reading.case.cover import Cover
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said, due_said
from cases.work.parts import SOON


@dataclass(frozen=True)
class Deadline:
    """Something that is due before or after a meeting."""

    text: Said
    day: str
    near: str
    is_settled: bool
    url: str


@dataclass(frozen=True)
class Meeting:
    """One round of a meeting."""

    number: int
    held: str
    planned: str
    deadlines: list[Deadline]
    plan_url: str


@dataclass(frozen=True)
class Meetings:
    """All rounds of one kind, the latest first, and the way to plan the next."""

    name: Said
    rounds: list[Meeting]
    next_url: str


def meetings_of(plan, wording=None) -> list[Meetings]:
    """Meetings by kind, in the pathway's order."""
    wording = wording or Wording(plan.procedure)
    return [_kind(plan, kind, wording) for kind in plan.procedure.meetings]


def _kind(plan, kind, wording):
    days = {m.round: m for m in plan.milestones_of(kind) if m.round}
    rounds = [
        _round(plan, kind, number, days.get(number), wording)
        for number in range(plan.rounds_of(kind), 0, -1)
        if number in days
    ]
    free = (n for n in range(1, plan.rounds_of(kind) + 2) if n not in days)
    return Meetings(wording.milestone(kind), rounds, _plan_url(plan, kind, next(free)))


def _plan_url(plan, kind, number):
    return reverse("cases:milestone_plan", args=[plan.case.pk, kind, number])


def _round(plan, kind, number, milestone, wording):
    said = day_said(milestone.day, plan.today)
    items = [
        item
        for step in plan.steps
        if step.place.node.repeats_with == kind and step.round(number)
        for item in step.round(number).items
        if item.by and item.due.rule.anchor == kind
    ]
    return Meeting(
        number=number,
        held="" if milestone.planned else said,
        planned=said if milestone.planned else "",
        deadlines=[_deadline(plan, item, wording) for item in items],
        plan_url=_plan_url(plan, kind, number),
    )


def _deadline(plan, item, wording):
    step, key, number = item.place
    address = reverse("cases:step", args=[plan.case.pk, step])
    return Deadline(
        text=wording.of(item.node.text),
        day=day_said(item.by, plan.today),
        near="" if item.is_settled else due_said(item),
        is_settled=item.is_settled,
        url=f"{address}?round={number}#item-{key}",
    )


@dataclass(frozen=True)
class Planned:
    """A meeting that is planned for these days, or was and is not recorded."""

    name: Said
    day: str
    has_passed: bool
    url: str
    cover: Cover


def planned_soon(mine) -> list[Planned]:
    """Meetings planned within a week, and those that should have been.

    :param mine: cases of one person, as :class:`.mine.PlanOfMine`.
    """
    found = [
        (milestone.day, _planned(one, milestone))
        for one in mine
        if one.is_mine and one.plan.works_today
        for milestone in one.plan.facts.milestones
        if milestone.planned and milestone.day <= one.plan.today + SOON
    ]
    return [planned for _day, planned in sorted(found, key=lambda pair: pair[0])]


def _planned(one, milestone):
    plan = one.plan
    return Planned(
        name=one.wording.milestone(milestone.kind),
        day=day_said(milestone.day, plan.today),
        has_passed=milestone.day < plan.today,
        url=reverse("cases:contacts", args=[plan.case.pk]),
        cover=one.cover,
    )

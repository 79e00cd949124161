"""Milestones of a case: those that came, those that are planned, those to come."""

import copy
from dataclasses import dataclass

from django.urls import reverse

from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said
from pathways.reading.links import Link


@dataclass(frozen=True)
class MilestoneSaid:
    """A milestone by its name, with what it means."""

    slug: str
    name: Said
    description: Said


@dataclass(frozen=True)
class Occurred:
    """One occurrence."""

    day: str
    time: str
    planned: bool
    round: int | None
    person: str
    correct_url: str


@dataclass(frozen=True)
class MilestoneRow:
    """A milestone of the pathway with its occurrences."""

    milestone: MilestoneSaid
    occurred: list[Occurred]
    can_add: bool
    add_url: str
    places: list[Link]


def said_of(plan, slug, wording) -> MilestoneSaid:
    """The words of a milestone."""
    word = plan.procedure.milestones[slug]
    return MilestoneSaid(slug, wording.of(word.name), wording.of(word.description))


def milestone_rows(plan) -> list[MilestoneRow]:
    """All milestones of the pathway, in its order."""
    wording = Wording(plan.procedure)
    return [_row(plan, slug, wording) for slug in plan.procedure.milestones]


def _row(plan, slug, wording):
    found = plan.milestones_of(slug)
    pk = plan.case.pk
    places = [
        Link(
            wording.of(item.text),
            reverse("cases:step", args=[pk, step.key]) + f"#item-{item.key}",
        )
        for step, item in plan.procedure.recorded_by(slug)
    ]
    return MilestoneRow(
        milestone=said_of(plan, slug, wording),
        occurred=[_occurred(plan, milestone) for milestone in found],
        can_add=plan.case.can_be_changed and (not found or slug in plan.procedure.repeating),
        add_url=reverse("cases:milestone_new", args=[pk, slug]),
        places=places,
    )


def _occurred(plan, milestone):
    return Occurred(
        day=day_said(milestone.day, plan.today),
        time=f"{milestone.time:%H:%M}" if milestone.time else "",
        planned=milestone.planned,
        round=milestone.round,
        person=str(milestone.recorded_by),
        correct_url=reverse("cases:milestone_correct", args=[plan.case.pk, milestone.pk]),
    )


def moved(plan, milestone, day, time=None):
    """The plan as it would be with the milestone on another day."""
    other = copy.copy(milestone)
    other.day, other.time = day, time
    return _with(plan, milestone, [other])


def without(plan, milestone):
    """The plan as it would be without the milestone."""
    return _with(plan, milestone, [])


def _with(plan, milestone, instead):
    facts = copy.copy(plan.facts)
    others = [m for m in plan.facts.milestones if m.pk != milestone.pk]
    facts.milestones = sorted([*others, *instead], key=lambda m: (m.day, m.pk))
    return plan.at(facts)

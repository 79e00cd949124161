"""Who does what in a pathway, gathered from its phases, steps, checklists and branches."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.text import slugify
from django.utils.translation import gettext as _

from pathways.models import (
    ChecklistItem,
    PhaseResponsibility,
    PhaseResult,
    StepBranch,
    StepRole,
)

from .station import PhaseSummary, StepSummary


@dataclass(frozen=True)
class Actor:
    """A role or an organisation; ``group`` says on which side it stands."""

    slug: str
    name: str
    group: str
    description: str = ""
    is_role: bool = True


@dataclass(frozen=True)
class Task:
    """A line of the checklist, or a branch that somebody decides on."""

    text: str
    condition: str = ""


@dataclass
class PersonDuties:
    """What one actor does in one step; without an actor: what nobody is named for."""

    actor: Actor | None
    parts: list[str] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    decisions: list[Task] = field(default_factory=list)


@dataclass(frozen=True)
class StepDuties:
    """A step with everybody who has a part in it."""

    step: StepSummary
    people: list[PersonDuties]


@dataclass(frozen=True)
class Responsibility:
    """The duties that somebody has in a phase; usually one, sometimes nobody is named."""

    actors: list[Actor]
    duties: list[str]


@dataclass(frozen=True)
class PhaseDuties:
    """A phase; without one: the steps that stand directly under the pathway."""

    phase: PhaseSummary | None
    responsibilities: list[Responsibility]
    results: list[str]
    steps: list[StepDuties]


def role_actor(role) -> Actor:
    """A role of the vocabulary."""
    return Actor(role.slug, role.name, role.get_side_display(), role.description)


def organisation_actor(name) -> Actor:
    """An organisation, which a phase names in words."""
    slug = slugify(name, allow_unicode=True)
    return Actor(slug, name, _("organisations"), is_role=False)


def duties_of(outline) -> list[PhaseDuties]:
    """Everything that anybody does, in the pathway's order.

    :param outline: the pathway's :class:`~pathways.reading.outline.Outline`.
    """
    phases, direct = outline.phases()
    steps = [step.pk for step in outline.steps()]
    people = _People(outline.pages, steps)
    phase_keys = [phase.pk for phase in phases]
    responsibilities = _by_page(outline.pages.rows_of(PhaseResponsibility, phase_keys, "role"))
    results = _by_page(outline.pages.rows_of(PhaseResult, phase_keys))
    stretches = [
        PhaseDuties(
            phase,
            _responsibilities(responsibilities[phase.pk]),
            [row.text for row in results[phase.pk]],
            [StepDuties(step, people.of(step.pk)) for step in phase.steps],
        )
        for phase in phases
    ]
    beside = [StepDuties(step, people.of(step.pk)) for step in direct]
    return ([PhaseDuties(None, [], [], beside)] if beside else []) + stretches


def _by_page(rows):
    found = defaultdict(list)
    for row in rows:
        found[row.page_id].append(row)
    return found


def _responsibilities(rows):
    """Duties under whoever has them, in the order in which they are named."""
    found = {}
    for row in rows:
        found.setdefault((row.role, row.organisation), []).append(row.duty)
    return [
        Responsibility(_named(role, organisation), duties)
        for (role, organisation), duties in found.items()
    ]


def _named(role, organisation):
    actors = [role_actor(role)] if role else []
    return [*actors, organisation_actor(organisation)] if organisation else actors


class _People:
    """The rows of all steps, each kind read once."""

    def __init__(self, pages, steps):
        def rows(model, *related):
            return _by_page(pages.rows_of(model, steps, *related))

        self.roles = rows(StepRole, "role")
        self.items = rows(ChecklistItem, "role")
        self.branches = rows(StepBranch, "decided_by")

    def of(self, step):
        """Everybody in a step, first those that the step itself names."""
        people = {}

        def person(role):
            key = role.slug if role else ""
            return people.setdefault(key, PersonDuties(role_actor(role) if role else None))

        doers = []
        for row in self.roles[step]:
            person(row.role).parts.append(row.get_part_display())
            if row.part == StepRole.Part.DOES:
                doers.append(row.role)
        for item in self.items[step]:
            # The step says who does it; an item only when it is somebody else.
            for role in [item.role] if item.role else doers or [None]:
                person(role).tasks.append(Task(item.text, item.condition))
        for branch in self.branches[step]:
            if branch.decided_by:
                person(branch.decided_by).decisions.append(Task(branch.condition))
        return list(people.values())

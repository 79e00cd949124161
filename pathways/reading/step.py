"""A step for readers: the page that people work from."""

from dataclasses import dataclass, replace

from .blocks import BlockView
from .common import Reading, Review
from .item import ItemView, item_view
from .links import Link
from .origins import PARAMETER
from .outline import Outline
from .places import CameFrom
from .reckon import Reckon, reckon
from .station import BranchView, StepSummary, branch_view
from .stub import Stub, stub
from .terms import TermView, term_view_of
from .warnings import ConsentNeeded, consents_needed, set_apart


@dataclass(frozen=True)
class RoleView:
    """Who takes part, and how."""

    name: str
    part: str
    part_label: str


@dataclass(frozen=True)
class DeadlineView:
    """A deadline in words."""

    text: str
    note: str
    hard: bool


@dataclass(frozen=True)
class StepView:
    """Everything that a step's template shows."""

    key: str
    title: str
    lang: str
    summary: str
    number: str
    total: int
    necessity: str
    necessity_label: str
    condition: str
    repeats: str
    duration: str
    roles: list[RoleView]
    deadlines: list[DeadlineView]
    what_for: str
    consents: list[ConsentNeeded]
    warnings: list[BlockView]
    items: list[ItemView]
    branches: list[BranchView]
    blocks: list[BlockView]
    explained: list[TermView]
    terms: list[TermView]
    pathway: Link
    phase: Link | None
    previous: Link | None
    next: Link | None
    stub: Stub | None
    phase_steps: list[StepSummary]
    storage_key: str
    came_from: CameFrom | None
    sources: list[BlockView]
    review: Review
    reckon: Reckon | None = None
    feedback_url: str = ""

    @property
    def ticks(self):
        """Whether readers may tick items here, in their browser."""
        return bool(self.storage_key and self.items)

    def with_states(self, states) -> "StepView":
        """The step with what is known about its items, by their keys, for a template to show."""
        items = [replace(item, state=states.get(item.key)) for item in self.items]
        return replace(self, items=items)


def step_view(page, request, outline=None) -> StepView:
    """The view of a live step, or of a draft in preview.

    :param outline: the pathway's, where many of its steps are read after each other.
    """
    reading = Reading(page, request)
    items = list(page.items.select_related("role", "consent", "records", "due_anchor"))
    branches = list(page.branches.select_related("decided_by", "outcome"))
    for item in items:
        reading.links.want(item.guidance_id)
    for branch in branches:
        reading.links.want(branch.target_id, branch.returns_to_id)
    if outline is None:
        outline = Outline(reading.pathway(), request, reading.links, detailed=False)
    pathway = outline.pathway
    place = _Place(page, outline)
    views = [item_view(item, page, reading.links) for item in items]
    common = reading.common()
    warnings, common["blocks"] = set_apart(common["blocks"])
    pathway_url = pathway.get_url(request)
    return StepView(
        **common,
        number=place.number,
        total=outline.total,
        necessity=page.necessity,
        necessity_label=page.get_necessity_display(),
        condition=page.condition,
        repeats=page.repeats_with.name if page.repeats_with else "",
        duration=page.duration,
        roles=[
            RoleView(row.role.name, row.part, row.get_part_display())
            for row in page.roles.select_related("role")
        ],
        deadlines=[DeadlineView(v.due, v.due_note, v.hard) for v in views if v.due],
        what_for=place.what_for,
        consents=consents_needed(items, views, pathway_url),
        warnings=warnings,
        items=views,
        branches=[branch_view(branch, reading.links, outline.places) for branch in branches],
        terms=[term_view_of(row.term) for row in page.terms.select_related("term")],
        pathway=Link(pathway.title, pathway_url),
        phase=place.phase,
        previous=place.previous,
        next=place.next,
        stub=stub(outline.steps(), page.pk),
        phase_steps=place.beside,
        storage_key=reading.pages.storage_key(pathway, page),
        came_from=reading.places()["came_from"] if PARAMETER in request.GET else None,
        feedback_url=reading.pages.feedback_url(page),
        reckon=reckon(reading.pages.deadlines_url(pathway), page, items),
    )


class _Place:
    """Where a step stands: its number, its phase, its neighbours."""

    def __init__(self, page, outline):
        phases, direct = outline.phases()
        groups = [(phase, phase.steps) for phase in phases] + [(None, direct)]
        steps = outline.steps()
        at = next((i for i, step in enumerate(steps) if step.pk == page.pk), None)
        self.number = steps[at].number if at is not None else ""
        self.previous = steps[at - 1].link if at else None
        following = at is not None and at + 1 < len(steps)
        self.next = steps[at + 1].link if following else None
        phase, self.beside = next(
            ((phase, beside) for phase, beside in groups if any(s.pk == page.pk for s in beside)),
            (None, []),
        )
        self.phase = phase.link if phase else None
        self.what_for = phase.summary if phase else ""

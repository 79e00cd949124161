"""A step for readers: the page that people work from."""

from dataclasses import dataclass

from .blocks import BlockView
from .common import Reading, Review
from .due_words import due_words
from .links import Link
from .outline import BranchView, Outline, StepSummary, branch_view


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
class ItemView:
    """A line of the checklist."""

    key: str
    text: str
    condition: str
    mandatory: bool
    role: str
    external: bool
    guidance: Link | None
    consent: str
    records: str
    due: str
    due_note: str
    hard: bool

    @property
    def dom_id(self):
        return f"item-{self.key}"


@dataclass(frozen=True)
class TermView:
    """A word explained."""

    name: str
    description: str
    url: str


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
    items: list[ItemView]
    branches: list[BranchView]
    blocks: list[BlockView]
    terms: list[TermView]
    pathway: Link
    phase: Link | None
    previous: Link | None
    next: Link | None
    phase_steps: list[StepSummary]
    storage_key: str
    came_from: Link | None
    sources: list[BlockView]
    review: Review


def step_view(page, request) -> StepView:
    """The view of a live step, or of a draft in preview."""
    reading = Reading(page, request)
    items = list(page.items.select_related("role", "consent", "records", "due_anchor"))
    branches = list(page.branches.select_related("decided_by", "outcome"))
    for item in items:
        reading.links.want(item.guidance_id)
    for branch in branches:
        reading.links.want(branch.target_id, branch.returns_to_id)
    pathway = reading.pathway()
    outline = Outline(pathway, request, reading.links, detailed=False)
    place = _Place(page, outline)
    views = [_item_view(item, page, reading.links) for item in items]
    return StepView(
        **reading.common(),
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
        items=views,
        branches=[branch_view(branch, reading.links) for branch in branches],
        terms=[
            TermView(row.term.name, row.term.description, row.term.get_absolute_url())
            for row in page.terms.select_related("term")
        ],
        pathway=Link(pathway.title, pathway.get_url(request)),
        phase=place.phase,
        previous=place.previous,
        next=place.next,
        phase_steps=place.beside,
        storage_key=f"{pathway.key}/{page.key}",
        came_from=reading.came_from(reading.used_in()) if "from" in request.GET else None,
    )


def _item_view(item, page, links):
    milestone = item.due_anchor.name if item.due_anchor else ""
    return ItemView(
        key=item.key,
        text=item.text,
        condition=item.condition,
        mandatory=item.mandatory,
        role=item.role.name if item.role else "",
        external=item.external,
        guidance=links.get(item.guidance_id, f"?from={page.key}"),
        consent=item.consent.name if item.consent else "",
        records=item.records.name if item.records else "",
        due=due_words(item, milestone),
        due_note=item.due_note,
        hard=item.due_hard,
    )


class _Place:
    """Where a step stands: its number, its phase, its neighbours."""

    def __init__(self, page, outline):
        phases, direct = outline.phases()
        groups = [(phase.link, phase.steps) for phase in phases] + [(None, direct)]
        steps = outline.steps()
        at = next((i for i, step in enumerate(steps) if step.pk == page.pk), None)
        self.number = steps[at].number if at is not None else ""
        self.previous = steps[at - 1].link if at else None
        following = at is not None and at + 1 < len(steps)
        self.next = steps[at + 1].link if following else None
        self.phase, self.beside = next(
            ((link, beside) for link, beside in groups if any(s.pk == page.pk for s in beside)),
            (None, []),
        )

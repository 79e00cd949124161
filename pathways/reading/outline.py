"""The pathway in outline: its phases and steps in order, with numbers and deadlines."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Prefetch

from pathways.models import ChecklistItem, PhasePage, StepBranch, StepPage

from .due_words import due_words
from .links import Link


@dataclass(frozen=True)
class BranchView:
    """A side track. One of ``target`` and ``outcome`` says where it leads."""

    key: str
    number: str
    condition: str
    text: str
    decided_by: str
    kind: str
    kind_label: str
    target: Link | None
    outcome: str
    returns_to: Link | None

    @property
    def dom_id(self):
        return f"branch-{self.key}"


@dataclass(frozen=True)
class StepSummary:
    """A station on the pathway's line."""

    pk: int
    key: str
    number: str
    title: str
    url: str
    summary: str
    necessity: str
    condition: str
    repeats: str
    deadlines: list[str]
    branches: list[BranchView]
    item_count: int

    @property
    def link(self):
        return Link(title=self.title, url=self.url)


@dataclass(frozen=True)
class PhaseSummary:
    """A stretch of the pathway's line."""

    pk: int
    key: str
    title: str
    url: str
    summary: str
    course: str
    name_only: bool
    steps: list[StepSummary] = field(default_factory=list)

    @property
    def link(self):
        return Link(title=self.title, url=self.url)


def branch_view(branch, links) -> BranchView:
    """A branch for readers. Its links must have been wanted before."""
    return BranchView(
        key=branch.key,
        number=branch.number,
        condition=branch.condition,
        text=branch.text,
        decided_by=branch.decided_by.name if branch.decided_by else "",
        kind=branch.kind,
        kind_label=branch.get_kind_display(),
        target=links.get(branch.target_id),
        outcome=branch.outcome.name if branch.outcome else "",
        returns_to=links.get(branch.returns_to_id),
    )


class Outline:
    """Phases and steps of one pathway in one language.

    :param detailed: with deadlines and branches, for pages that draw the whole line.
    """

    def __init__(self, pathway, request, links, *, detailed):
        self.pathway, self.request, self.links = pathway, request, links
        self.detailed = detailed
        self._phases = list(self._live(PhasePage).defer("body", "sources"))
        self._steps = list(self._steps_with_rows())
        for step in self._steps if detailed else ():
            for branch in step.branches.all():
                links.want(branch.target_id, branch.returns_to_id)

    def _live(self, model):
        return (
            model.objects.live()
            .descendant_of(self.pathway)
            .order_by("path")
            .select_related("locale")
        )

    def _steps_with_rows(self):
        steps = self._live(StepPage).select_related("locale", "repeats_with")
        steps = steps.defer("body", "sources")
        if not self.detailed:
            return steps
        items = ChecklistItem.objects.select_related("due_anchor")
        branches = StepBranch.objects.select_related("decided_by", "outcome")
        return steps.prefetch_related(Prefetch("items", items), Prefetch("branches", branches))

    @property
    def total(self):
        """How many steps there are."""
        return len(self._steps)

    def steps(self) -> list[StepSummary]:
        """All steps in order."""
        numbered = self.pathway.numbering == "through"
        return [
            self._summary(step, str(number) if numbered else "")
            for number, step in enumerate(self._steps, start=1)
        ]

    def _summary(self, step, number):
        items = list(step.items.all()) if self.detailed else []
        deadlines = [due_words(i, i.due_anchor.name if i.due_anchor else "") for i in items]
        branches = step.branches.all() if self.detailed else ()
        return StepSummary(
            pk=step.pk,
            key=step.key,
            number=number,
            title=step.title,
            url=step.get_url(self.request),
            summary=step.summary,
            necessity=step.necessity,
            condition=step.condition,
            repeats=step.repeats_with.name if step.repeats_with else "",
            deadlines=list(dict.fromkeys(filter(None, deadlines))),
            branches=[branch_view(branch, self.links) for branch in branches],
            item_count=len(items),
        )

    def phases(self) -> tuple[list[PhaseSummary], list[StepSummary]]:
        """Phases with their steps, and the steps that stand directly under the pathway."""
        paths = {phase.path: phase for phase in self._phases}
        below = defaultdict(list)
        for step, summary in zip(self._steps, self.steps(), strict=True):
            parent = step.path[: -StepPage.steplen]
            below[parent if parent in paths else None].append(summary)
        phases = [
            PhaseSummary(
                pk=phase.pk,
                key=phase.key,
                title=phase.title,
                url=phase.get_url(self.request),
                summary=phase.summary,
                course=phase.course,
                name_only=phase.name_only,
                steps=below[phase.path],
            )
            for phase in self._phases
        ]
        return phases, below[None]

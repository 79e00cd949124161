"""The pathway in outline: its phases and steps in order, with numbers and deadlines."""

from collections import defaultdict

from pathways.models import StepPage

from .due_words import due_words
from .item import item_view
from .pages import pages_of
from .station import PhaseSummary, Places, StepSummary, branch_view
from .track import Closing, checkpoints, follow_up, with_rings


class Outline:
    """Phases and steps of one pathway in one language.

    :param detailed: with checklists, deadlines and branches, for pages that draw the whole line.
    """

    def __init__(self, pathway, request, links, *, detailed):
        self.pathway, self.request, self.links = pathway, request, links
        self.detailed = detailed
        self.pages = pages_of(pathway)
        self._phases, self._steps = self.pages.line_of(pathway, links.reader, detailed=detailed)
        self.places = Places(self._steps, request)
        self.milestones = []
        if detailed:
            self._want_links()
            self.milestones = list(pathway.milestones.select_related("milestone"))

    def _want_links(self):
        for step in self._steps:
            for branch in step.branches.all():
                self.links.want(branch.target_id, branch.returns_to_id)
            self.links.want(*(item.guidance_id for item in step.items.all()))

    @property
    def total(self):
        """How many steps there are."""
        return len(self._steps)

    def steps(self) -> list[StepSummary]:
        """All steps in order."""
        numbered = self.pathway.numbering == "through"
        closing = Closing(self._steps, self._last_stretch() if self.detailed else [])
        return [
            self._summary(step, place, str(place + 1) if numbered else "", closing)
            for place, step in enumerate(self._steps)
        ]

    def _summary(self, step, place, number, closing):
        rows = list(step.items.all())
        details = self._details(step, rows, place, closing) if self.detailed else _NO_DETAILS
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
            tick_keys=_tick_keys(rows) if self.pages.is_live else "",
            storage_key=self.pages.storage_key(self.pathway, step),
            **details,
        )

    def _details(self, step, rows, place, closing):
        follow_ups = [row for row in rows if closing.is_follow_up(place, row)]
        deadlines = [
            due_words(row, row.due_anchor.name if row.due_anchor else "")
            for row in rows
            if row not in follow_ups
        ]
        return {
            "deadlines": list(dict.fromkeys(filter(None, deadlines))),
            "branches": [branch_view(b, self.links, self.places) for b in step.branches.all()],
            "items": [item_view(row, step, self.links) for row in rows],
            "checkpoints": checkpoints(step, self.milestones),
            "follow_ups": [follow_up(row) for row in follow_ups],
            "beyond": place in closing.beyond,
        }

    def _last_stretch(self):
        """Places of the steps of the last phase; without phases, of the last three steps."""
        sequential = [phase.path for phase in self._phases if phase.course == "sequential"]
        places = range(len(self._steps))
        if not sequential:
            return list(places)[-3:]
        return [p for p in places if self._steps[p].path.startswith(sequential[-1])]

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
                steps=with_rings(below[phase.path]),
            )
            for phase in self._phases
        ]
        return phases, with_rings(below[None])


def _tick_keys(rows):
    """Keys of checklist items; marked is what a step can be done without."""
    return " ".join(
        row.key if row.mandatory and not row.condition else f"{row.key}?" for row in rows
    )


_NO_DETAILS = {"deadlines": [], "branches": [], "items": []}

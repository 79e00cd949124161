"""The procedure of a case: its edition's document, ready to be asked for steps and items."""

from dataclasses import dataclass
from functools import cached_property

from pathways.document.nodes import Phase, Step

from .counting import numbers_of
from .ending import ending_of


@dataclass(frozen=True)
class StepPlace:
    """A step and where it stands."""

    node: Step
    phase: Phase | None
    number: str

    @property
    def key(self):
        return self.node.key

    @property
    def is_offered(self):
        """Whether a case may go on without it."""
        return self.node.necessity != "mandatory"

    @property
    def runs_beside(self):
        """Whether it belongs to a phase that runs beside the others."""
        return self.phase is not None and self.phase.course == "ongoing"


class Procedure:
    """A pathway's edition as cases read it."""

    def __init__(self, edition):
        self.edition = edition
        self.document = edition.document()
        self.pathway = self.document.pathway

    @property
    def source_language(self):
        return self.document.source_language

    @cached_property
    def steps(self) -> list[StepPlace]:
        """All steps in the order in which readers meet them."""
        places = [(None, step) for step in self.pathway.steps]
        places += [(phase, step) for phase in self.pathway.phases for step in phase.steps]
        numbered = self.pathway.numbering == "through"
        return [
            StepPlace(step, phase, str(number) if numbered else "")
            for number, (phase, step) in enumerate(places, start=1)
        ]

    @cached_property
    def _by_key(self):
        return {place.key: place for place in self.steps}

    def step(self, key):
        """The step with this key, or None."""
        return self._by_key.get(key)

    def phase(self, key):
        """The phase with this key, or None."""
        return next((phase for phase in self.pathway.phases if phase.key == key), None)

    def item(self, step_key, item_key):
        """The checklist item, or None where this edition has none such."""
        place = self.step(step_key)
        items = place.node.items if place else ()
        return next((item for item in items if item.key == item_key), None)

    def branch(self, step_key, branch_key):
        """The branch of a step, or None."""
        place = self.step(step_key)
        branches = place.node.branches if place else ()
        return next((branch for branch in branches if branch.key == branch_key), None)

    @cached_property
    def milestones(self):
        """Milestones of the pathway by slug: words of the vocabulary, in the pathway's order.

        One that only an item names comes last.
        """
        words = {word.slug: word for word in self.document.milestones}
        used = [row.milestone for row in self.pathway.milestones]
        used += [item.records for step in self.steps for item in step.node.items if item.records]
        used += [slug for slug in self._anchors() if slug]
        return {slug: words[slug] for slug in dict.fromkeys(used) if slug in words}

    def _anchors(self):
        for step in self.steps:
            yield step.node.repeats_with
            yield from (item.due.anchor for item in step.node.items if item.due)

    @cached_property
    def consents(self):
        """Consents by slug, those of the pathway first."""
        words = {word.slug: word for word in self.document.consents}
        used = [row.consent for row in self.pathway.consents]
        used += [item.consent for step in self.steps for item in step.node.items if item.consent]
        return {slug: words[slug] for slug in dict.fromkeys(used) if slug in words}

    @cached_property
    def outcomes(self):
        """Outcomes by slug."""
        words = {word.slug: word for word in self.document.outcomes}
        used = [row.outcome for row in self.pathway.outcomes]
        used += [b.outcome for step in self.steps for b in step.node.branches if b.outcome]
        return {slug: words[slug] for slug in dict.fromkeys(used) if slug in words}

    @cached_property
    def repeating(self):
        """Milestones that may come more than once."""
        marked = {row.milestone for row in self.pathway.milestones if row.repeats}
        return marked | {step.node.repeats_with for step in self.steps if step.node.repeats_with}

    @cached_property
    def contacts(self):
        """Milestones at which the client is met or spoken with."""
        return {slug for slug, word in self.milestones.items() if word.contact}

    @cached_property
    def meetings(self):
        """Such milestones with which steps repeat: each has its round, and can be planned."""
        repeated = {step.node.repeats_with for step in self.steps}
        return [slug for slug in self.milestones if slug in self.contacts & repeated]

    @cached_property
    def checkpoints(self):
        """At which occurrences of a milestone one stops and looks."""
        return numbers_of(self.pathway)

    @cached_property
    def _ending(self):
        return ending_of(self)

    @property
    def closing(self):
        """The milestone after whose day follow-ups are due; empty where there are none."""
        return self._ending[0]

    @property
    def follow_ups(self):
        """What is due after a case has ended: ``{(step, item), …}``."""
        return self._ending[1]

    @cached_property
    def looks(self):
        """Rules that count from a checkpoint, by the milestone with which their step repeats."""
        return {
            step.node.repeats_with: item.due
            for step in self.steps
            for item in step.node.items
            if step.node.repeats_with
            and item.due
            and item.due.nth in self.checkpoints.get(item.due.anchor, ())
        }

    @cached_property
    def counts_hours_from(self):
        """Milestones of which the time of day matters."""
        dues = [item.due for step in self.steps for item in step.node.items if item.due]
        return {due.anchor for due in dues if due.unit == "hour" and due.amount is not None}

    def recorded_by(self, milestone):
        """Where a milestone is recorded by ticking: ``[(step, item), …]``."""
        return [
            (step, item)
            for step in self.steps
            for item in step.node.items
            if item.records == milestone
        ]

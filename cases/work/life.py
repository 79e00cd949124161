"""What a plan says of the life of its case: pauses, rounds, conversations, what comes after."""

from .counting import Checkpoint, counts_for
from .parts import ItemPlan


class Life:
    """A part of :class:`.plan.CasePlan`."""

    @property
    def follow_ups(self) -> list[ItemPlan]:
        """What is still to follow up after the end; nothing where the case never came that far."""
        return [i for i in self.items if i.is_follow_up and not i.is_settled and not i.waits]

    @property
    def to_do(self) -> list[ItemPlan]:
        """What may ask for something today: nothing while the case stands still."""
        if not self.case.goes_on:
            return self.follow_ups
        return self.items if self.works_today else []

    @property
    def works_today(self):
        """Whether the case is open and does not stand still."""
        return self.case.goes_on and self.pause is None

    @property
    def pause(self):
        """The pause that holds today, or None."""
        return next((p for p in self.facts.pauses if p.holds_on(self.today)), None)

    def rounds_of(self, slug):
        """How many rounds the steps that repeat with a milestone have.

        A checkpoint that was reached begins a round by itself.
        """
        opened = self.facts.rounds.get(slug, 1)
        rule = self.procedure.looks.get(slug)
        if rule is None:
            return opened
        so_far = len(self.counted(rule.anchor))
        numbers = self.procedure.checkpoints[rule.anchor]
        return max(opened, sum(rule.nth <= number <= so_far for number in numbers))

    def counted(self, slug):
        """What counts towards the checkpoints of a milestone, in order."""
        return [m for m in self.facts.milestones if counts_for(m, slug, self.procedure)]

    @property
    def to_come(self):
        """Milestones at which the client is met that can still come, in the pathway's order."""
        once = self.procedure.contacts - self.procedure.repeating
        gone = {m.kind for m in self.facts.milestones if not m.planned} & once
        return [s for s in self.procedure.milestones if s in self.procedure.contacts - gone]

    @property
    def checkpoints(self) -> list[Checkpoint]:
        """How far the case has come towards its checkpoints."""
        return [
            Checkpoint(slug, numbers, len(self.counted(slug)))
            for slug, numbers in self.procedure.checkpoints.items()
        ]

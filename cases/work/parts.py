"""The parts of a plan: items, rounds and steps as they stand, and what they wait for."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from cases.models import CaseItem
from pathways.document.nodes import Item
from pathways.due import Due, State

from .procedure import StepPlace

SOON = timedelta(days=7)


class Why(StrEnum):
    """What an item waits for."""

    CONSENT = "consent"
    MILESTONE = "milestone"


class Standing(StrEnum):
    """How an item stands, for whoever looks for what to do. In the order of urgency."""

    OVERDUE = "overdue"
    DUE = "due"
    SOON = "soon"
    OPEN = "open"
    LATER = "later"  # its window has not opened
    WAITING = "waiting"
    SETTLED = "settled"


@dataclass(frozen=True)
class Wait:
    """That an item cannot start: which consent or milestone is missing."""

    why: Why
    slug: str


@dataclass(frozen=True, eq=False)
class ItemPlan:
    """An item in a round of its step."""

    step: StepPlace
    node: Item
    round: int
    row: CaseItem | None
    due: Due | None
    waits: tuple[Wait, ...]
    milestone: object | None  # the one that ticking it recorded
    today: date
    not_counted_again: bool = False  # its deadline counted in the first round only
    is_follow_up: bool = False  # due after the case has ended

    @property
    def place(self):
        return self.step.key, self.node.key, self.round

    @property
    def state(self):
        return self.row.state if self.row else CaseItem.State.TO_DO

    @property
    def version(self):
        return self.row.version if self.row else 0

    @property
    def is_settled(self):
        return self.state in CaseItem.SETTLED

    @property
    def is_done(self):
        return self.state == CaseItem.State.DONE

    @property
    def is_deviation(self):
        """A mandatory item of a mandatory step that somebody set aside."""
        set_aside = self.state == CaseItem.State.NOT_RELEVANT
        return set_aside and self.is_needed and not self.step.is_offered

    @property
    def is_needed(self):
        """Whether a step is not finished while it is open. With a condition it may not apply."""
        return self.node.mandatory and not self.node.condition

    @property
    def by(self):
        return self.due.by if self.due else None

    @property
    def standing(self):
        if self.is_settled:
            return Standing.SETTLED
        if self.waits:
            return Standing.WAITING
        state = self.due.state if self.due else State.NONE
        if state in (State.OVERDUE, State.IMPOSSIBLE):
            return Standing.OVERDUE
        if state == State.DUE:
            return Standing.DUE
        if state == State.NOT_YET_OPEN:
            return Standing.LATER
        if self.by is not None and self.by <= self.today + SOON:
            return Standing.SOON
        return Standing.OPEN


@dataclass(frozen=True)
class RoundPlan:
    """A step once taken."""

    number: int
    items: list[ItemPlan]
    milestone: object | None

    @property
    def needed(self):
        """What has to be settled before the case can go on; follow-ups come after its end."""
        return [item for item in self.items if item.is_needed and not item.is_follow_up]

    @property
    def is_finished(self):
        return all(item.is_settled for item in self.needed)

    @property
    def is_touched(self):
        return any(item.row and item.state != CaseItem.State.TO_DO for item in self.items)

    @property
    def is_settled(self):
        """Whether nothing at all is open."""
        return all(item.is_settled for item in self.items)

    @property
    def settled(self):
        return sum(item.is_settled for item in self.items)


@dataclass(frozen=True)
class StepPlan:
    """A step with its rounds, the latest last."""

    place: StepPlace
    rounds: list[RoundPlan]
    branches: list = field(default_factory=list)

    @property
    def key(self):
        return self.place.key

    @property
    def items(self):
        return [item for turn in self.rounds for item in turn.items]

    @property
    def latest(self):
        return self.rounds[-1]

    @property
    def is_finished(self):
        """All that it needs is settled; where it needs nothing, something was done."""
        finished = all(turn.is_finished for turn in self.rounds)
        return finished and (any(turn.needed for turn in self.rounds) or self.is_touched)

    @property
    def is_touched(self):
        return any(turn.is_touched for turn in self.rounds)

    def round(self, number):
        """The round with this number, or None."""
        return next((turn for turn in self.rounds if turn.number == number), None)

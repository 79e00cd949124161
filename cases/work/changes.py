"""What another edition changes for cases, and what of it touches work that was begun. Pure."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from cases.models import CaseItem
from pathways.document.compare import compare
from pathways.document.nodes import Item, Step

OF_THE_STEP = {"necessity", "condition", "repeats_with"}
UNSAID = {"key", "origin"}


@dataclass(frozen=True)
class ItemChange:
    """An item that is new, gone, or another one; ``moved_to`` is the step that has it now."""

    step: str
    before: Item | None
    after: Item | None
    steps: tuple[Step | None, Step | None]
    moved_to: str = ""

    @property
    def key(self):
        return (self.after or self.before).key

    @property
    def place(self):
        return self.step, self.key

    @property
    def is_new(self):
        return self.before is None

    @property
    def is_gone(self):
        return self.after is None


@dataclass(frozen=True, order=True)
class Loss:
    """Something that was recorded in a case and that the other edition has changed or lacks."""

    kind: str  # item, milestone, consent, branch, round
    step: str
    key: str
    round: int = 1


class Comparison:
    """Two procedures of one pathway, as cases meet the difference.

    :param old: the procedure that a case follows; :param new: the one that it may follow.
    """

    def __init__(self, old, new):
        self.old, self.new = old, new

    @cached_property
    def items(self) -> dict[tuple[str, str], ItemChange]:
        """Changes by step and item, in the new order; what is gone comes last."""
        before, after = _items(self.old), _items(self.new)
        homes = {key: step for step, key in after if (step, key) not in before}
        found = [
            ItemChange(step, before.get((step, key), (None, None))[1], item, self._steps(step))
            for (step, key), (_node, item) in after.items()
            if self._differs(step, before.get((step, key), (None, None))[1], item)
        ]
        found += [
            ItemChange(step, item, None, self._steps(step), homes.get(key, ""))
            for (step, key), (_node, item) in before.items()
            if (step, key) not in after
        ]
        return {change.place: change for change in found}

    def _steps(self, key):
        places = self.old.step(key), self.new.step(key)
        return tuple(place.node if place else None for place in places)

    def _differs(self, step, before, after):
        return before is None or self._is_other(before, after) or step in self._other_steps

    @cached_property
    def _other_steps(self):
        """Steps that are needed, or begin again, in another way."""
        both = (self._steps(place.key) for place in self.old.steps if self.new.step(place.key))
        return {old.key for old, new in both if self._fields(old, new) & OF_THE_STEP}

    def _is_other(self, before, after):
        return bool(self._fields(before, after) - UNSAID)

    def _fields(self, before, after):
        """Names of fields that differ; words count in the language they were written in."""
        languages = set(self.old.document.languages) | set(self.new.document.languages)
        others = languages - {self.new.source_language}
        return {one.path[0] for one in compare(before, after) if one.path[-1] not in others}

    @cached_property
    def milestones(self):
        """Those that are gone, that come once in one and again in the other, or count otherwise."""
        gone = self.old.milestones.keys() - self.new.milestones.keys()
        numbers = self.old.checkpoints.items() ^ self.new.checkpoints.items()
        return gone | (self.old.repeating ^ self.new.repeating) | {kind for kind, _ in numbers}

    @cached_property
    def consents(self):
        """Those that the new edition does not ask for."""
        return self.old.consents.keys() - self.new.consents.keys()

    @cached_property
    def branches(self):
        """Side tracks that are gone or lead elsewhere, by step and key."""
        found = set()
        for place in self.old.steps:
            for branch in place.node.branches:
                other = self.new.branch(place.key, branch.key)
                if other is None or self._is_other(branch, other):
                    found.add((place.key, branch.key))
        return found

    @cached_property
    def rounds(self):
        """Milestones with which nothing repeats any more."""
        return {p.node.repeats_with for p in self.old.steps if p.node.repeats_with} - {
            p.node.repeats_with for p in self.new.steps
        }

    def losses(self, facts) -> list[Loss]:
        """What of these facts is touched: then somebody has to look before the case moves."""
        touched = [
            Loss("item", *row.place)
            for row in facts.items.values()
            if is_begun(row) and row.place[:2] in self.items
        ]
        touched += [Loss("milestone", "", m.kind) for m in facts.milestones if self._lost(m)]
        touched += [Loss("consent", "", c.kind) for c in facts.consents if c.kind in self.consents]
        touched += [
            Loss("branch", b.step_key, b.branch_key, b.round)
            for b in facts.branches
            if (b.step_key, b.branch_key) in self.branches
        ]
        touched += [Loss("round", "", kind) for kind in facts.rounds if kind in self.rounds]
        return sorted(set(touched))

    def _lost(self, milestone):
        return milestone.kind in self.milestones


def is_begun(row) -> bool:
    """Whether anything was done with an item: ticked, begun, set aside, or given to somebody."""
    return row.state != CaseItem.State.TO_DO or row.assigned_to_id is not None


def token_of(losses, edition) -> str:
    """Stands for what somebody was shown, so that nothing else is agreed to."""
    shown = repr((edition.pk, losses))
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


def _items(procedure):
    return {
        (place.key, item.key): (place.node, item)
        for place in procedure.steps
        for item in place.node.items
    }

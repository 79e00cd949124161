"""Conversations that count, and the checkpoints that they lead to."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Checkpoint:
    """Where a milestone is counted: how often it came, and at which numbers one stops and looks."""

    milestone: str
    numbers: tuple[int, ...]
    so_far: int

    @property
    def next(self):
        """The number that comes next, or None after the last."""
        return next((number for number in self.numbers if number > self.so_far), None)


def numbers_of(pathway):
    """The checkpoints of a pathway's milestones: ``{"conversation": (5, 10)}``."""
    found = {
        row.milestone: tuple(sorted(map(int, re.findall(r"\d+", row.checkpoints))))
        for row in pathway.milestones
    }
    return {milestone: numbers for milestone, numbers in found.items() if numbers}


def checkpoint_of(due, checkpoints, number):
    """The occurrence from which a rule counts in a round, or None where it counts no more.

    A rule that names one of its anchor's checkpoints goes on to the next with each round.
    """
    numbers = checkpoints.get(due.anchor, ())
    if due.nth not in numbers:
        return None
    place = numbers.index(due.nth) + number - 1
    return numbers[place] if place < len(numbers) else None


def counts_for(milestone, slug, procedure):
    """Whether something that happened counts towards the checkpoints of a milestone."""
    if milestone.planned:
        return False
    if milestone.kind == slug:
        return milestone.counts is not False
    return bool(milestone.counts) and slug in procedure.checkpoints

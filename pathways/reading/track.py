"""What is drawn between the stations: loops, checkpoints, and follow-ups beyond closing."""

import re
from dataclasses import replace
from itertools import groupby

from django.utils.translation import gettext as _

from .due_words import due_words
from .station import Marks


def with_rings(steps) -> list:
    """Steps of one list with their part in a loop.

    A loop is a side track that leads back, or neighbours that repeat together. Where two
    would cross, the longer one is drawn; words name them all.
    """
    ring = {}
    for first, last in sorted(_loops(steps), key=lambda span: span[0] - span[1]):
        places = range(first, last + 1)
        if ring.keys().isdisjoint(places):
            ring |= dict.fromkeys(places, "through") | {first: "start", last: "end"}
            if first == last:
                ring[first] = "alone"
    return [replace(step, ring=ring.get(place, "")) for place, step in enumerate(steps)]


def _loops(steps):
    places = {step.url: place for place, step in enumerate(steps)}
    for last, step in enumerate(steps):
        for branch in step.branches:
            if branch.way == "back" and branch.target.url in places:
                yield places[branch.target.url], last
    for repeats, run in groupby(enumerate(steps), key=lambda pair: pair[1].repeats):
        run = [place for place, _step in run]
        if repeats:
            yield run[0], run[-1]


def checkpoints(step, used_milestones) -> Marks | None:
    """Marks of a step that repeats with a milestone at some of which one stops and looks.

    :param used_milestones: the milestones of the pathway.
    """
    if step.repeats_with is None:
        return None
    same = step.repeats_with.translation_key
    used = [row for row in used_milestones if row.milestone.translation_key == same]
    numbers = re.findall(r"\d+", used[0].checkpoints) if used else []
    words = _("%(milestone)s: stop and look at number") % {"milestone": step.repeats_with.name}
    return Marks(numbers, words) if numbers else None


class Closing:
    """The step that closes a case: the last that records what follow-ups are counted from.

    Such follow-ups are counted in months and belong to the last stretch of the line.
    ``place`` is its place among ``steps``, or None where nothing comes after; ``beyond`` are
    the places behind it.
    """

    def __init__(self, steps, last_stretch):
        self.place = self.milestone = None
        self.beyond = ()
        for place in reversed(last_stretch):
            coming = [item for step in steps[place:] for item in step.items.all()]
            for item in steps[place].items.all():
                if item.records_id and self._closes(item.records_id, coming):
                    self.place, self.milestone = place, item.records_id
                    self.beyond = [later for later in last_stretch if later > place]
                    return

    @staticmethod
    def _closes(milestone, later):
        counted = [item for item in later if item.due_amount is not None and item.due_anchor_id]
        return any(_follows(item, milestone) for item in counted) and all(
            item.due_anchor_id == milestone for item in counted if item.due_unit == "month"
        )

    def is_follow_up(self, place, item):
        """Whether an item of the step at this place is due after closing."""
        return self.place is not None and place >= self.place and _follows(item, self.milestone)


def _follows(item, milestone):
    return (
        item.due_amount is not None
        and item.due_unit == "month"
        and item.due_direction == "after"
        and item.due_anchor_id == milestone
    )


def follow_up(item) -> Marks:
    """The mark of a follow-up: “6”, or “3–6” for a window."""
    ends = dict.fromkeys(n for n in (item.due_earliest, item.due_amount) if n is not None)
    window = [str(n) for n in ends]
    return Marks(["–".join(window)], due_words(item, item.due_anchor.name))


def legend(phases, steps) -> list[str]:
    """The kinds of marks that occur on a line, for those who read the map the first time."""
    found = set()
    for step in [*steps, *(step for phase in phases for step in phase.steps)]:
        found.add(step.necessity)
        found.update(branch.way for branch in step.branches)
        found.update(["ring"] if step.ring else [])
        found.update(["checkpoint"] if step.checkpoints else [])
        found.update(["beyond"] if step.follow_ups or step.beyond else [])
    found |= {"ongoing" for phase in phases if phase.course == "ongoing"}
    return sorted(found - {""})

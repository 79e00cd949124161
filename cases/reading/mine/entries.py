"""What in a case is one person's to do."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.reading.case.cover import Cover, cover_of
from cases.reading.tasks.rows import wait_row
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said, due_said, near_said
from cases.work.parts import SOON, Standing


@dataclass(frozen=True)
class Entry:
    """Something to do, in one of my cases."""

    near: str
    day: str
    text: Said
    condition: Said
    url: str
    step: Said
    cover: Cover
    presses: bool
    why: str
    instead_of: str


@dataclass(frozen=True)
class Waiting:
    """What a case waits for before something can start."""

    words: str
    name: Said
    url: str
    items: int
    cover: Cover


class PlanOfMine:
    """A case with the items in it that are one person's.

    :param others: names by id of colleagues for whom the person stands in.
    """

    def __init__(self, plan, user, others):
        self.plan, self.wording = plan, Wording(plan.procedure)
        self.cover = cover_of(plan, self.wording)
        self.others, people = others, {user.pk, *others}
        self.is_mine = plan.case.responsible_id in people
        self.items = [item for item in plan.to_do if plan.holder_of(item) in people]

    def of(self, standing):
        """Dates and entries of items that stand like this, and of deadlines of the case's own."""
        items = [(i.by, self.entry(i)) for i in self.items if i.standing == standing]
        found = [d for d in self._of_the_case if standing_of(d.day, self.plan.today) == standing]
        return items + [(d.day, self._own(d, standing)) for d in found]

    @property
    def _of_the_case(self):
        return self.plan.facts.deadlines if self.is_mine and self.plan.works_today else []

    def days(self):
        """How each date stands that something open has."""
        items = [(i.standing, i.by) for i in self.items if i.by and not i.is_settled]
        today = self.plan.today
        return items + [(standing_of(d.day, today), d.day) for d in self._of_the_case]

    def windows(self):
        """Follow-ups whose window is open, though nothing presses yet."""
        opened = [i for i in self.items if i.is_follow_up and i.standing == Standing.OPEN]
        return [(i.by, self.entry(i)) for i in opened if i.due and i.due.opens]

    def entry(self, item):
        """An item as it stands in a list."""
        step, key, number = item.place
        address = reverse("cases:step", args=[self.plan.case.pk, step])
        milestone = self.wording.milestone(item.due.rule.anchor)
        start = item.due.counted_from
        why = {"milestone": milestone, "day": day_said(start.day, item.today)}
        return Entry(
            near=due_said(item),
            day=day_said(item.by, item.today),
            text=self.wording.of(item.node.text),
            condition=self.wording.of(item.node.condition or item.step.node.condition),
            url=f"{address}?round={number}#item-{key}",
            step=self.wording.step(step),
            cover=self.cover,
            presses=item.standing in (Standing.OVERDUE, Standing.DUE),
            why=_("%(milestone)s: %(day)s") % why,
            instead_of=self.others.get(self.plan.holder_of(item), ""),
        )

    def _own(self, deadline, standing):
        return Entry(
            near=near_said(deadline.day, self.plan.today),
            day=day_said(deadline.day, self.plan.today),
            text=Said(deadline.text),
            condition=Said(""),
            url=reverse("cases:deadlines", args=[self.plan.case.pk]),
            step=Said(_("The case’s own deadline")),
            cover=self.cover,
            presses=standing in (Standing.OVERDUE, Standing.DUE),
            why="",
            instead_of=self.others.get(self.plan.case.responsible_id, ""),
        )

    def waiting(self):
        """What stands in the way up to where the work is; further on, waiting is no news."""
        here = self.plan.here
        keys = [step.key for step in self.plan.steps]
        reach = keys.index(here.key) if here else len(keys)
        grouped = {}
        for item in self.items:
            if item.standing == Standing.WAITING and keys.index(item.step.key) <= reach:
                for wait in item.waits:
                    grouped.setdefault(wait, []).append(item)
        for wait, items in grouped.items():
            row = wait_row(self.plan, self.wording, wait)
            yield Waiting(row.words, row.name, row.url, len(items), self.cover)


def standing_of(day, today):
    """How a day stands that nothing is counted from."""
    if day <= today:
        return Standing.DUE if day == today else Standing.OVERDUE
    return Standing.SOON if day <= today + SOON else Standing.OPEN

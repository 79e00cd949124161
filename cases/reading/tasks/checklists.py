"""Checklists as they are worked through: that of a step's round, or what comes next in a case."""

from dataclasses import dataclass

from django.urls import reverse

from cases.reading.words.said import Wording
from cases.work.parts import Standing

from .rows import TaskRow, task_rows

MOST_NEXT = 8
NEXT = "next"


@dataclass(frozen=True)
class Checklist:
    """Rows with the address that they are posted to."""

    name: str
    rows: list[TaskRow]
    action: str
    undo: str
    back: str
    shows_steps: bool
    here: str
    can_change: bool

    @property
    def done(self):
        return sum(row.is_done or row.is_set_aside for row in self.rows)

    @property
    def has_boxes(self):
        return any(row.can_tick for row in self.rows)


def checklist_of(plan, name, back="", wording=None, shown=()) -> Checklist:
    """The checklist with this name: ``step/round``, or ``next``.

    What is asked for and is not there has no rows.

    :param shown: names of the rows of ``next`` that somebody is working through: they stay where
        they are, so that the place is not lost with the tick.
    """
    items = _of_round(plan, name)
    if name == NEXT:
        items = _named(plan, shown) if shown else next_items(plan)
    pk = plan.case.pk
    return Checklist(
        name=name,
        rows=task_rows(plan, items, wording or Wording(plan.procedure), mixed=name == NEXT),
        action=reverse("cases:tick", args=[pk]),
        undo=reverse("cases:undo", args=[pk]),
        back=back,
        shows_steps=name == NEXT,
        here=reverse("cases:step", args=[pk, plan.here.key]) if plan.here else "",
        can_change=plan.case.can_be_changed,
    )


def _named(plan, names):
    known = {"/".join(map(str, item.place)): item for item in plan.items}
    return [known[name] for name in dict.fromkeys(names) if name in known]


def _of_round(plan, name):
    key, _slash, number = name.partition("/")
    step = plan.step(key)
    turn = step.round(int(number)) if step and number.isdecimal() else None
    return turn.items if turn else []


def next_items(plan):
    """What to do next: what presses first, then what is open where the work is.

    After the end of the case, what is to follow up.
    """
    if not plan.case.goes_on:
        return plan.follow_ups
    pressing = [i for i in plan.items if i.standing in (Standing.OVERDUE, Standing.DUE)]
    pressing.sort(key=lambda item: item.by)
    soon = [i for i in plan.items if i.standing == Standing.SOON]
    soon.sort(key=lambda item: item.by)
    here = [i for i in plan.here.latest.items if not i.is_settled] if plan.here else []
    begun = [i for i in plan.items if i.state == "in_progress"]
    return list(dict.fromkeys([*pressing, *soon, *begun, *here]))[:MOST_NEXT]

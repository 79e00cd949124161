"""Deadlines of a case's own, as they stand."""

from dataclasses import dataclass

from cases.reading.mine.entries import standing_of
from cases.reading.words.when import ONE_DAY, day_said, near_said
from cases.work.parts import Standing


@dataclass(frozen=True)
class DeadlineRow:
    """One deadline; ``done`` is the day on which it was met."""

    pk: int
    text: str
    day: str
    near: str
    presses: bool
    done: str
    person: str


def deadline_rows(plan, deadlines) -> list[DeadlineRow]:
    """Open ones first, by their day."""
    found = sorted(deadlines, key=lambda deadline: (bool(deadline.done_on), deadline.day))
    return [_row(deadline, plan.today) for deadline in found]


def _row(deadline, today):
    standing = standing_of(deadline.day, today)
    return DeadlineRow(
        pk=deadline.pk,
        text=deadline.text,
        day=_day(deadline.day, today),
        near=near_said(deadline.day, today),
        presses=standing in (Standing.OVERDUE, Standing.DUE),
        done=day_said(deadline.done_on, today) if deadline.done_on else "",
        person=str(deadline.set_by),
    )


def _day(day, today):
    """The day, where how near it is does not name it already."""
    return "" if day in (today, today + ONE_DAY) else day_said(day, today)

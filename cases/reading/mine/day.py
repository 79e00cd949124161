"""My day: what presses, what comes, what waits, and for what."""

from dataclasses import dataclass
from datetime import date

from cases.reading.case.cover import Cover, cover_of
from cases.reading.case.page import counts
from cases.reading.recorded.meetings import Planned, planned_soon
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said, due_said
from cases.work.parts import Standing

from .entries import Entry, Waiting
from .work_of import work_of

MOST = 100


@dataclass(frozen=True)
class CaseLine:
    """A case in a list: where it stands, and what is next."""

    cover: Cover
    here: Said
    number: str
    total: int
    overdue: int
    due: int
    next_day: str
    next_near: str
    settled: int
    needed: int
    started_on: date


@dataclass(frozen=True)
class Day:
    """Everything of one person."""

    overdue: list[Entry]
    due: list[Entry]
    soon: list[Entry]
    windows: list[Entry]
    meetings: list[Planned]
    waiting: list[Waiting]
    cases: list[CaseLine]
    is_cut: bool


def day_of(user) -> Day:
    """What a person has to do, of all cases to work on that are theirs or in which items are."""
    made, is_cut = work_of(user, MOST)
    of_mine = [one.plan for one in made if one.is_mine and one.plan.case.goes_on]
    return Day(
        overdue=_sorted(one.of(Standing.OVERDUE) for one in made),
        due=_sorted(one.of(Standing.DUE) for one in made),
        soon=_sorted(one.of(Standing.SOON) for one in made),
        windows=_sorted(one.windows() for one in made),
        meetings=planned_soon(made),
        waiting=[waiting for one in made for waiting in one.waiting()],
        cases=case_lines(of_mine),
        is_cut=is_cut,
    )


def _sorted(groups):
    entries = [entry for group in groups for entry in group]
    return [entry for _by, entry in sorted(entries, key=lambda pair: pair[0])]


def case_lines(plans) -> list[CaseLine]:
    """Cases in a list; those that press come first."""
    lines = [case_line(plan) for plan in plans]
    return sorted(lines, key=lambda line: (-line.overdue, -line.due))


def case_line(plan) -> CaseLine:
    """One case in a list."""
    wording = Wording(plan.procedure)
    here, found = plan.here, counts(plan.to_do)
    dated = [
        item
        for item in plan.to_do
        if item.by
        and item.standing in (Standing.OVERDUE, Standing.DUE, Standing.SOON, Standing.OPEN)
    ]
    first = min(dated, key=lambda item: item.by, default=None)
    return CaseLine(
        cover=cover_of(plan, wording),
        here=wording.of(here.place.node.title) if here else Said(""),
        number=here.place.number if here else "",
        total=len(plan.steps),
        overdue=found["overdue"],
        due=found["due"],
        next_day=day_said(first.by, plan.today) if first else "",
        next_near=due_said(first) if first else "",
        settled=sum(item.is_settled for item in plan.needed),
        needed=len(plan.needed),
        started_on=plan.case.started_on,
    )

"""How far a move of many cases is."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse

from cases.models import Case, MovingCase
from cases.reading.case.cover import Cover, cover_of
from cases.work.load import plans_of

State = MovingCase.State
MOST = 50


@dataclass(frozen=True)
class NotMoved:
    """A case that stayed where it was, and why."""

    cover: Cover
    why: str
    url: str


@dataclass(frozen=True)
class Progress:
    """Counts, and what somebody has to look at."""

    total: int
    seen_to: int
    moved: int
    returned: int
    is_back: bool
    not_moved: list[NotMoved]
    refused: int

    @property
    def is_done(self):
        return self.seen_to == self.total


def progress_of(move, user) -> Progress:
    """How a move stands now; cases that the person does not see any more are only counted."""
    by_state = move.cases.order_by().values_list("state").annotate(Count("pk"))
    counts = Counter(dict(by_state))
    is_back = bool(counts[State.RETURNING] or counts[State.RETURNED] or counts[State.KEPT])
    total = sum(counts.values())
    if is_back:
        total -= counts[State.REFUSED]
    waiting = counts[State.WAITING] + counts[State.RETURNING]
    return Progress(
        total=total,
        seen_to=total - waiting,
        moved=counts[State.MOVED],
        returned=counts[State.RETURNED],
        is_back=is_back,
        not_moved=_not_moved(move, user, State.KEPT if is_back else State.REFUSED),
        refused=counts[State.KEPT if is_back else State.REFUSED],
    )


def _not_moved(move, user, state):
    rows = move.cases.filter(state=state, case__in=Case.objects.worked_on_by(user))
    why = {row.case_id: row.get_why_display() for row in rows[:MOST]}
    plans = plans_of(Case.objects.filter(pk__in=why).for_work().order_by("pk"))
    return [
        NotMoved(
            cover=cover_of(plan),
            why=why[plan.case.pk],
            url=reverse("cases:edition", args=[plan.case.pk]),
        )
        for plan in plans
    ]

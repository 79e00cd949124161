"""The checklist as it is posted: which boxes are ticked, and what somebody had before them."""

import re
from dataclasses import dataclass

from django import forms

from cases.models import CaseItem
from cases.services.items import Wanted

State = CaseItem.State
NAME = re.compile(r"([a-z0-9-]{1,80})/([a-z0-9-]{1,80})/([1-9][0-9]?)")
SEEN = re.compile(r"(to_do|in_progress|done|not_relevant):([0-9]{1,9})")
MOST = 1000


@dataclass(frozen=True)
class Ticks:
    """What somebody wants, item by item, and the days that could not be read."""

    wanted: list[Wanted]
    unreadable: list[str]


def read_ticks(data) -> Ticks:
    """Read a posted checklist. Only boxes that differ from what was shown say anything.

    ``seen-step/item/round`` is ``state:version`` as it was shown, ``tick`` the names that are
    ticked, ``day-…`` and ``time-…`` when it happened, for items that record a milestone.
    """
    ticked = set(data.getlist("tick"))
    names = [key.removeprefix("seen-") for key in data if key.startswith("seen-")]
    wanted, unreadable = [], []
    for name in names[:MOST]:
        place, seen = NAME.fullmatch(name), SEEN.fullmatch(data[f"seen-{name}"])
        if not place or not seen:
            continue
        was_done, is_done = seen[1] == State.DONE, name in ticked
        if was_done == is_done or seen[1] == State.NOT_RELEVANT:
            continue
        try:
            day, time = _when(data, name) if is_done else (None, None)
        except forms.ValidationError:
            unreadable.append(name)
            continue
        wanted.append(
            Wanted(
                step=place[1],
                item=place[2],
                round=int(place[3]),
                to=State.DONE if is_done else State.TO_DO,
                seen=int(seen[2]),
                day=day,
                time=time,
            )
        )
    return Ticks(wanted, unreadable)


def _when(data, name):
    day = forms.DateField(required=False).clean(data.get(f"day-{name}", ""))
    time = forms.TimeField(required=False).clean(data.get(f"time-{name}", ""))
    return day, time

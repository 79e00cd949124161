"""What a due date is counted from."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Occurrence:
    """Something that happened, or is planned: a milestone on its day.

    ``moment``, an aware time, is known where somebody has said it; only hours need it.
    """

    day: date
    moment: datetime | None = None


@dataclass(frozen=True)
class Rule:
    """``amount`` units after or before an anchor milestone, from ``earliest`` on in a window.

    The fields are those of a stored rule (``pathways.models.DueRule``) without their prefix.
    """

    amount: int | None
    unit: str = "working_day"
    direction: str = "after"
    anchor: str = ""
    earliest: int | None = None
    nth: int | None = None
    hard: bool = True

    @classmethod
    def of(cls, row, anchor):
        """The rule that a row stores.

        :param row: an object with the fields ``due_amount``, ``due_unit`` …
        :param str anchor: the slug of its anchor milestone.
        """
        return cls(
            amount=row.due_amount,
            unit=row.due_unit,
            direction=row.due_direction,
            anchor=anchor,
            earliest=row.due_earliest,
            nth=row.due_nth,
            hard=row.due_hard,
        )

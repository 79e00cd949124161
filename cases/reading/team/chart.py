"""Bars, drawn on the server, with the numbers that they stand for."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.reading.words.said import Said
from cases.work.figures import FEWEST

ROW = 44
SHORTEST = 1


@dataclass(frozen=True)
class Bar:
    """A number with its name; ``width`` is in per cent, ``y`` where it stands in the drawing."""

    name: Said
    said: str
    more: str
    width: float
    is_few: bool
    y: int
    text_y: int


@dataclass(frozen=True)
class Chart:
    """Bars under each other. ``more`` is the heading of a second number, where there is one."""

    name: str
    title: str
    of: str
    unit: str
    more: str
    bars: list[Bar]

    @property
    def height(self):
        return ROW * len(self.bars)


def chart_of(name, title, of, unit, numbers, *, more="", suppressed=True) -> Chart:
    """A chart of numbers, the small ones kept back.

    :param numbers: tuples of name, number, and what stands in the second column.
    """
    numbers = list(numbers)
    least = FEWEST if suppressed else 0
    most = max((number for _name, number, _more in numbers), default=0)
    bars = [
        Bar(
            name=words,
            said=told(number) if suppressed else str(number),
            more=second,
            # All small numbers are drawn alike, or the drawing would tell them.
            width=round(max(100 * max(number, least - 1) / max(most, least), SHORTEST), 1)
            if number
            else 0,
            is_few=suppressed and 0 < number < FEWEST,
            y=place * ROW + 22,
            text_y=place * ROW + 16,
        )
        for place, (words, number, second) in enumerate(numbers)
    ]
    return Chart(name, title, of, unit, more, bars)


def told(number):
    """A number, or that it is a small one."""
    return _("under %(least)s") % {"least": FEWEST} if 0 < number < FEWEST else str(number)

"""Days off by custom and not by law: a setting of each calendar.

The usual ones are those of public offices as we know them; no source lists them (docs/due.md).
"""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

FRIDAY = 4


class DayOff(models.TextChoices):
    """A day on which offices are closed by custom."""

    MAY_DAY = "may_day", _("May Day")
    CONSTITUTION_DAY = "constitution_day", _("Constitution Day")
    MIDSUMMER_EVE = "midsummer_eve", _("Midsummer Eve")
    CHRISTMAS_EVE = "christmas_eve", _("Christmas Eve")
    NEW_YEARS_EVE = "new_years_eve", _("New Year's Eve")

    def in_year(self, year) -> date:
        """The date that it falls on; Midsummer Eve is the Friday between 19 and 25 June."""
        if self == DayOff.MIDSUMMER_EVE:
            first = date(year, 6, 19)
            return first + timedelta(days=(FRIDAY - first.weekday()) % 7)
        return date(year, *_DATES[self])


_DATES = {
    DayOff.MAY_DAY: (5, 1),
    DayOff.CONSTITUTION_DAY: (6, 5),
    DayOff.CHRISTMAS_EVE: (12, 24),
    DayOff.NEW_YEARS_EVE: (12, 31),
}
EVES = (DayOff.CHRISTMAS_EVE, DayOff.NEW_YEARS_EVE)
# What a calendar can be set to. What is a public holiday by law is no setting.
POSSIBLE = {
    "NO": EVES,
    "DK": (DayOff.MAY_DAY, DayOff.CONSTITUTION_DAY, *EVES),
    "FI": (DayOff.NEW_YEARS_EVE,),
    "SE": (DayOff.MIDSUMMER_EVE, *EVES),
}
USUAL = {
    "NO": frozenset(),
    "DK": frozenset({DayOff.CONSTITUTION_DAY, *EVES}),
    "FI": frozenset(),
    "SE": frozenset({DayOff.MIDSUMMER_EVE, *EVES}),
}

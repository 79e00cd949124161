"""Which days count: public holidays of four countries, days off by custom, and closures."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from .days_off import USUAL, DayOff
from .public_holidays import has_year, public_holidays

SATURDAY, SUNDAY = 5, 6


class NoCalendarError(ValueError):
    """A day lies in a year of which nobody knows the holidays."""

    def __init__(self, year):
        super().__init__(_("There is no calendar for the year %(year)s.") % {"year": year})
        self.year = year


class Closed(models.TextChoices):
    """Why a day does not count."""

    WEEKEND = "weekend", _("weekend")
    HOLIDAY = "holiday", _("public holiday")
    CUSTOM = "custom", _("day off by custom")
    CLOSURE = "closure", _("closed")


@dataclass(frozen=True)
class Closure:
    """Days on which an organisation is closed, the last one included."""

    first: date
    last: date
    name: str


@dataclass(frozen=True)
class Calendar:
    """The days of a country and, with closures, of an organisation.

    :param str country: NO, DK, FI or SE.
    :param frozenset customs: days off by custom, each a :class:`DayOff`.
    :param bool saturday_is_weekday: whether a weekday (hverdag, virkedag, arkipäivä) may be a
        Saturday. A working day never is.
    :param bool rolls: whether a date counted in calendar units moves off a closed day: on, or
        back where it is counted backwards.
    """

    country: str
    closures: tuple[Closure, ...] = ()
    customs: frozenset[DayOff] = frozenset()
    saturday_is_weekday: bool = True
    rolls: bool = False
    _years: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of_country(cls, country, **settings):
        """The calendar of a country with its usual days off."""
        return cls(country, **{"customs": USUAL[country]} | settings)

    def closed(self, day, *, saturday_counts=False):
        """Why the day is no working day, as (:class:`Closed`, name), or None.

        The name of a holiday is in English, for :func:`~.explain.day_name` to translate; that of
        a closure is as the organisation wrote it.

        :param saturday_counts: for weekdays, where Saturday is one.
        :raises NoCalendarError: for a year without holidays.
        """
        days = self._years.get(day.year)
        if days is None:
            days = self._years[day.year] = self._days_of(day.year)
        weekday = day.weekday()
        if weekday == SUNDAY or (weekday == SATURDAY and not saturday_counts):
            return Closed.WEEKEND, ""
        return days.get(day)

    def _days_of(self, year):
        """Why days of a year are closed apart from weekends; the first reason is the one named."""
        if not has_year(self.country, year):
            raise NoCalendarError(year)
        days = {
            day: (Closed.HOLIDAY, name) for day, name in public_holidays(self.country, year).items()
        }
        for custom in self.customs:
            days.setdefault(custom.in_year(year), (Closed.CUSTOM, custom.value))
        for closure in self.closures:
            day = max(closure.first, date(year, 1, 1))
            while day <= closure.last and day.year == year:
                days.setdefault(day, (Closed.CLOSURE, closure.name))
                day += timedelta(days=1)
        return days

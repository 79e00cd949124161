"""Public holidays of four countries, from the ``holidays`` library, with names to translate."""

from functools import lru_cache

import holidays
from django.utils.translation import gettext, gettext_noop

# The library's English name: ours.
NAMES = {
    "New Year's Day": gettext_noop("New Year's Day"),
    "Epiphany": gettext_noop("Epiphany"),
    "Feast of the Annunciation": gettext_noop("Annunciation Day"),
    "Maundy Thursday": gettext_noop("Maundy Thursday"),
    "Good Friday": gettext_noop("Good Friday"),
    "Easter Sunday": gettext_noop("Easter Sunday"),
    "Easter Monday": gettext_noop("Easter Monday"),
    "Great Prayer Day": gettext_noop("Great Prayer Day"),
    "May Day": gettext_noop("May Day"),
    "Labor Day": gettext_noop("May Day"),
    "Constitution Day": gettext_noop("Constitution Day"),
    "Ascension Day": gettext_noop("Ascension Day"),
    "Pentecost": gettext_noop("Whit Sunday"),
    "Pentecost Monday": gettext_noop("Whit Monday"),
    "National Day": gettext_noop("National Day"),
    "Midsummer Eve": gettext_noop("Midsummer Eve"),
    "Midsummer Day": gettext_noop("Midsummer Day"),
    "All Saints' Day": gettext_noop("All Saints' Day"),
    "Independence Day": gettext_noop("Independence Day"),
    "Christmas Eve": gettext_noop("Christmas Eve"),
    "Christmas Day": gettext_noop("Christmas Day"),
    "Second Day of Christmas": gettext_noop("Second Day of Christmas"),
}


def holiday_name(name):
    """The name in the reader's language; two that fall on one day are both named."""
    return ", ".join(gettext(NAMES[part]) for part in name.split("; "))


def has_year(country, year):
    """Whether anybody knows the holidays of the year."""
    kind = getattr(holidays, country)
    return kind.start_year <= year <= kind.end_year


@lru_cache(maxsize=1024)
def public_holidays(country, year) -> dict:
    """The library's English names by date, for a year that :func:`has_year` knows."""
    kind = getattr(holidays, country)
    return dict(kind(years=year, categories=("public",), language="en_US"))

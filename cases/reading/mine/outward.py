"""A person's deadlines as they may leave the portal: days and counts."""

from collections import Counter

from django.utils.translation import gettext_lazy as _

from cases.work.parts import Standing

from .work_of import work_of

MOST = 500
PRESSING = {
    Standing.OVERDUE: _("overdue"),
    Standing.DUE: _("due today"),
    Standing.SOON: _("within a week"),
}


def days_of(user) -> list:
    """The days on which something open of the person is due, each once."""
    return sorted({day for _standing, day in _dates(user)})


def counts_of(user) -> dict:
    """How many press, by what they are; in that order, without those that are none."""
    found = Counter(standing for standing, _day in _dates(user))
    return {words: found[standing] for standing, words in PRESSING.items() if found[standing]}


def _dates(user):
    made, _is_cut = work_of(user, MOST)
    return [date for one in made for date in one.days()]

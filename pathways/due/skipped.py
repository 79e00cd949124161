"""Days that did not count, in words: each by its name, or only their number when there are many."""

from collections import Counter
from itertools import groupby

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .calendar import Closed
from .dates import day_words, span_words
from .days_off import DayOff
from .public_holidays import holiday_name

MOST_BY_NAME = 8  # stretches; more are counted, not listed


def left_out(skipped) -> str:
    """“Left out: 30–31 May (weekend), 5 June (Constitution Day).”"""
    stretches = list(_stretches(skipped))
    if len(stretches) > MOST_BY_NAME:
        return _left_out_by_number(skipped)
    named = [_("%(days)s (%(why)s)") % {"days": span, "why": why} for span, why in stretches]
    return _("Left out: %(days)s.") % {"days": ", ".join(named)}


def _stretches(skipped):
    """Days that follow each other for the same reason are named together."""
    days = sorted(skipped, key=lambda one: one.day)
    place = {one: number for number, one in enumerate(days)}

    def together(one):
        return one.why, one.name, one.day.toordinal() - place[one]

    for _key, group in groupby(days, together):
        stretch = list(group)
        first, last = stretch[0], stretch[-1]
        is_one_day = first.why == Closed.WEEKEND and first == last
        why = date_format(first.day, "l") if is_one_day else why_words(first)
        yield span_words(first.day, last.day), why


def _left_out_by_number(skipped):
    found = Counter(one.why for one in skipped)
    kinds = [_COUNTED[why](found[why]) % {"count": found[why]} for why in Closed if found[why]]
    total = ngettext("%(count)s day was left out:", "%(count)s days were left out:", len(skipped))
    return f"{total % {'count': len(skipped)}} {', '.join(kinds)}."


_COUNTED = {
    Closed.WEEKEND: lambda n: ngettext("%(count)s at a weekend", "%(count)s at weekends", n),
    Closed.HOLIDAY: lambda n: ngettext("%(count)s public holiday", "%(count)s public holidays", n),
    Closed.CUSTOM: lambda n: ngettext(
        "%(count)s day off by custom", "%(count)s days off by custom", n
    ),
    Closed.CLOSURE: lambda n: ngettext(
        "%(count)s day on which the office is closed",
        "%(count)s days on which the office is closed",
        n,
    ),
}


def why_words(skipped) -> str:
    """The name of the day off, or its kind where it has none."""
    if skipped.why == Closed.HOLIDAY:
        return holiday_name(skipped.name)
    if skipped.why == Closed.CUSTOM:
        return str(DayOff(skipped.name).label)
    return skipped.name or str(skipped.why.label)


def closed_words(skipped) -> str:
    """That a day is one on which nobody works, as a sentence."""
    words = {"day": capfirst(day_words(skipped.day)), "why": why_words(skipped)}
    return _("%(day)s is no working day (%(why)s).") % words

"""Days, spans of days and times as people say them, in the reader's language."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def day_words(day):
    """“Friday 29 May 2026”"""
    return pgettext("a day", "%(weekday)s %(day)s %(month)s %(year)s") % _parts(day)


def on_day(day):
    """The day as it stands after “at the latest”, which some languages decline."""
    return pgettext("on a day", "%(weekday)s %(day)s %(month)s %(year)s") % _parts(day)


def span_words(first, last):
    """“5 June”, “30–31 May” or “31 May – 2 June”; the year is left to what stands around it."""
    parts = _parts(last) | {f"first_{name}": part for name, part in _parts(first).items()}
    if first == last:
        return _("%(day)s %(month)s") % parts
    if (first.year, first.month) == (last.year, last.month):
        return _("%(first_day)s–%(day)s %(month)s") % parts
    return _("%(first_day)s %(first_month)s – %(day)s %(month)s") % parts


def moment_words(moment):
    """“Friday 29 May 2026 at 14:00”"""
    time = _("%(hour)s:%(minute)s") % {"hour": f"{moment:%H}", "minute": f"{moment:%M}"}
    return _("%(day)s at %(time)s") % {"day": day_words(moment.date()), "time": time}


def _month(day):
    """The month as it stands after a number: Finnish declines it; Django writes it in capitals."""
    name, in_date = date_format(day, "F"), date_format(day, "E")
    return in_date if name[0].isupper() else in_date.lower()


def _parts(day):
    return {
        "weekday": date_format(day, "l"),
        "day": day.day,
        "month": _month(day),
        "year": day.year,
    }

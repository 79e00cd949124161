"""Days as people say them: today, yesterday, Tuesday 2 June."""

from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.work.parts import Standing

ONE_DAY = timedelta(days=1)


def day_said(day, today):
    """“today”, “tomorrow”, “Tuesday 2 June”, and with its year where that is another one."""
    near = {today: _("today"), today + ONE_DAY: _("tomorrow"), today - ONE_DAY: _("yesterday")}
    if day in near:
        return near[day]
    parts = {
        "weekday": date_format(day, "l"),
        "day": day.day,
        "month": _month(day),
        "year": day.year,
    }
    if day.year == today.year:
        return _("%(weekday)s %(day)s %(month)s") % parts
    return _("%(weekday)s %(day)s %(month)s %(year)s") % parts


def _month(day):
    """In the case that a date asks for; Django's Norwegian has a capital there that it has not."""
    month = date_format(day, "E")
    return month.lower() if date_format(day, "F").islower() else month


def moment_said(moment, now):
    """“today at 14:05”, “Tuesday 2 June at 14:05”."""
    local = moment.astimezone(now.tzinfo)
    return _("%(day)s at %(time)s") % {
        "day": day_said(local.date(), now.date()),
        "time": f"{local:%H:%M}",
    }


def due_said(item):
    """How near an item's date is, in a few words; empty where it has none."""
    if item.by is None:
        return ""
    if item.standing == Standing.OVERDUE and item.by == item.today:
        return _("The time has passed today")
    if item.standing == Standing.LATER:
        return _("From %(day)s") % {"day": day_said(item.due.opens, item.today)}
    return near_said(item.by, item.today)


def near_said(day, today):
    """How near a day is by which something is to be done."""
    days = (day - today).days
    if days < 0:
        return ngettext("%(count)s day late", "%(count)s days late", -days) % {"count": -days}
    if days == 0:
        return _("Today")
    if days == 1:
        return _("Tomorrow")
    return ngettext("In %(count)s day", "In %(count)s days", days) % {"count": days}


def day_written(day):
    """A day as it is written where “today” would be read on another one."""
    return date_format(day, "DATE_FORMAT")


def moment_written(moment):
    """A moment as it is written where it is read on another day."""
    return f"{day_written(moment.date())} {moment:%H:%M}"

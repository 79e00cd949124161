"""The computation: pure, without a clock and without a database."""

import calendar as months
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from .calendar import Calendar, Closed, NoCalendarError
from .rule import Occurrence, Rule

ONE_DAY = timedelta(days=1)


class State(models.TextChoices):
    """How things stand with an item that is not done."""

    NONE = "none", _("no deadline")
    WAITING = "waiting", _("waiting for its milestone")
    NOT_YET_OPEN = "not_yet_open", _("not open yet")
    OPEN = "open", _("open")
    DUE = "due", _("due today")
    OVERDUE = "overdue", _("overdue")
    IMPOSSIBLE = "impossible", _("cannot be met any more")  # counted backwards into the past
    UNKNOWN = "unknown", _("cannot be computed")  # see `Trouble`


class Note(StrEnum):
    """What a date says about itself."""

    ENDS_ON_CLOSED_DAY = "ends_on_closed_day"
    MOVED_OFF_CLOSED_DAY = "moved_off_closed_day"
    NO_TIME = "no_time"  # hours are counted, but nobody has said from when


class Trouble(StrEnum):
    """Why a date cannot be computed."""

    NO_ANCHOR = "no_anchor"  # the rule does not say what it counts from
    NO_CALENDAR = "no_calendar"  # days are counted in a year without known holidays
    OUT_OF_RANGE = "out_of_range"  # before the year 1 or after 9999


@dataclass(frozen=True)
class Skipped:
    """A day that does not count, and why."""

    day: date
    why: Closed
    name: str


@dataclass(frozen=True)
class Due:
    """A due date that can explain itself (see :func:`~.explain.explain`).

    ``moment`` is there where hours run; ``by`` is then its day in the moment's own time zone.
    ``closed`` is the day off on which a count in calendar units ended; ``year`` the one
    without a calendar; ``so_far`` how often the milestone has come.
    """

    state: State
    rule: Rule
    calendar: Calendar
    counted_from: Occurrence | None = None
    opens: date | None = None
    by: date | None = None
    moment: datetime | None = None
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Note, ...] = ()
    closed: Skipped | None = None
    trouble: Trouble | None = None
    year: int | None = None
    so_far: int = 0


def due(rule, milestones, calendar, now):
    """When something is due, in which state, and why. It raises nothing: see :class:`Trouble`.

    :param Rule rule:
    :param dict milestones: lists of :class:`Occurrence` in order, by milestone.
    :param Calendar calendar:
    :param datetime now: aware; its date decides what is due today.
    """
    if rule.amount is None:
        return Due(State.NONE, rule, calendar)
    if not rule.anchor:
        return Due(State.UNKNOWN, rule, calendar, trouble=Trouble.NO_ANCHOR)
    happened = milestones.get(rule.anchor, ())
    number = rule.nth or 1
    if len(happened) < number:
        return Due(State.WAITING, rule, calendar, so_far=len(happened))
    start = happened[number - 1]
    try:
        if rule.unit == "hour":
            return _in_hours(rule, start, calendar, now)
        return _in_days(rule, start, calendar, now)
    except NoCalendarError as error:
        trouble, year = Trouble.NO_CALENDAR, error.year
    except OverflowError:
        trouble, year = Trouble.OUT_OF_RANGE, None
    return Due(State.UNKNOWN, rule, calendar, start, trouble=trouble, year=year)


def _in_days(rule, start, calendar, now):
    counted = _count(start.day, rule.amount, rule, calendar)
    opens = None
    if rule.earliest is not None:
        opens = _count(start.day, rule.earliest, rule, calendar).day
        if rule.direction == "before":  # the larger number lies further back
            opens, counted = counted.day, _count(start.day, rule.earliest, rule, calendar)
    return Due(
        _state(rule, opens, counted.day, now.date()),
        rule,
        calendar,
        start,
        opens=opens,
        by=counted.day,
        skipped=counted.skipped,
        notes=counted.notes,
        closed=counted.closed,
    )


def _in_hours(rule, start, calendar, now):
    if start.moment is None:
        return Due(State.OPEN, rule, calendar, start, notes=(Note.NO_TIME,))
    moment = _hours_on(start.moment, rule.amount, rule)
    opens = None
    if rule.earliest is not None:
        opens = _hours_on(start.moment, rule.earliest, rule)
        if rule.direction == "before":
            opens, moment = moment, opens
    if now > moment:
        state = State.IMPOSSIBLE if rule.direction == "before" else State.OVERDUE
    elif opens is not None and now < opens:
        state = State.NOT_YET_OPEN
    else:
        state = State.DUE if now.date() == moment.date() else State.OPEN
    day = moment.date()
    return Due(state, rule, calendar, start, opens and opens.date(), by=day, moment=moment)


def _hours_on(moment, amount, rule):
    """Hours that pass, also where the clocks change in between."""
    sign = -1 if rule.direction == "before" else 1
    return (moment.astimezone(UTC) + sign * timedelta(hours=amount)).astimezone(moment.tzinfo)


def _state(rule, opens, by, today):
    if today > by:
        return State.IMPOSSIBLE if rule.direction == "before" else State.OVERDUE
    if opens is not None and today < opens:
        return State.NOT_YET_OPEN
    return State.DUE if today == by else State.OPEN


@dataclass(frozen=True)
class _Counted:
    day: date
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Note, ...] = ()
    closed: Skipped | None = None


def _count(start, amount, rule, calendar):
    sign = -1 if rule.direction == "before" else 1
    if rule.unit in ("working_day", "weekday") and amount:
        return _in_open_days(start, amount, sign, rule, calendar)
    if rule.unit == "month":
        day = _months_on(start, sign * amount)
    else:
        day = start + sign * amount * (7 if rule.unit == "week" else 1) * ONE_DAY
    return _settled(day, sign, rule, calendar)


def _settled(day, sign, rule, calendar):
    """The day, with a note where nobody works on it, or the next one that is open."""
    saturday_counts = _saturday_counts(rule, calendar)
    why = calendar.closed(day, saturday_counts=saturday_counts)
    if why is None:
        return _Counted(day)
    closed = Skipped(day, *why)
    if not calendar.rolls:
        return _Counted(day, notes=(Note.ENDS_ON_CLOSED_DAY,), closed=closed)
    while calendar.closed(day, saturday_counts=saturday_counts):
        day += sign * ONE_DAY
    return _Counted(day, notes=(Note.MOVED_OFF_CLOSED_DAY,), closed=closed)


def _in_open_days(start, amount, sign, rule, calendar):
    """The day of the event is never counted; days on which nobody works are left out."""
    saturday_counts = _saturday_counts(rule, calendar)
    day, left, skipped = start, amount, []
    while left:
        day += sign * ONE_DAY
        closed = calendar.closed(day, saturday_counts=saturday_counts)
        if closed:
            skipped.append(Skipped(day, *closed))
        else:
            left -= 1
    return _Counted(day, tuple(skipped))


def _saturday_counts(rule, calendar):
    return rule.unit == "weekday" and calendar.saturday_is_weekday


def _months_on(start, amount):
    """The same day some months on, or the last of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(year)
    return date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))

"""A due date explains itself: an answer and its reasons, as sentences of the reader's language.

The name of the milestone stands after a colon, so that no language has to decline it.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Country

from .compute import Note, State, Trouble
from .dates import day_words, moment_words, on_day
from .skipped import closed_words, left_out
from .words import rule_words

DAYS = ("working_day", "weekday", "calendar_day")


@dataclass(frozen=True)
class Explanation:
    """``answer`` is the sentence that people look for; ``reasons`` say how it came about."""

    answer: str
    reasons: list[str]


def explain(due, milestone) -> Explanation:
    """Why the date is what it is.

    :param Due due:
    :param str milestone: the name of the milestone that the rule counts from.
    """
    reasons = [_rule(due, milestone), *_start(due, milestone), *_counting(due), *_end(due)]
    answer = _answer(due, milestone)
    return Explanation(answer, [reason for reason in reasons if reason and reason != answer])


def _answer(due, milestone):
    if due.state == State.NONE:
        return _("There is no deadline.")
    if due.state == State.UNKNOWN:
        return _trouble(due)
    if due.state == State.WAITING:
        return _waiting(due, milestone)
    if due.by is None:
        return _rule(due, milestone)
    if due.moment is not None:
        return _("At the latest: %(moment)s.") % {"moment": moment_words(due.moment)}
    if due.opens == due.by:
        return _("The date: %(day)s.") % {"day": day_words(due.by)}
    if due.opens is not None:
        days = {"first": day_words(due.opens), "last": day_words(due.by)}
        return _("From: %(first)s. At the latest: %(last)s.") % days
    return _("At the latest %(day)s.") % {"day": on_day(due.by)}


def _trouble(due):
    if due.trouble == Trouble.NO_ANCHOR:
        return _("No date: the deadline does not say which milestone it counts from.")
    if due.trouble == Trouble.NO_CALENDAR:
        return _("No date: there is no calendar of public holidays for the year %(year)s.") % {
            "year": due.year
        }
    return _("No date: it would lie beyond what a calendar can hold.")


def _waiting(due, milestone):
    words = {"milestone": milestone, "number": due.rule.nth}
    if not due.rule.nth:
        return _("Waiting for: %(milestone)s.") % words
    so_far = ngettext(
        "It has happened %(count)s time so far.",
        "It has happened %(count)s times so far.",
        due.so_far,
    ) % {"count": due.so_far}
    return _("Waiting for: %(milestone)s, occurrence %(number)s.") % words + " " + so_far


def _rule(due, milestone):
    """The deadline itself, as it stands beside the checklist."""
    words = rule_words(due.rule, milestone)
    return words and f"{words}."


def _start(due, milestone):
    start = due.counted_from
    if start is None:
        return
    when = moment_words(start.moment) if _has_hours(due) and start.moment else day_words(start.day)
    yield _("%(milestone)s: %(day)s.") % {"milestone": milestone, "day": when}
    if due.by is not None and due.rule.amount and due.rule.unit in DAYS:
        yield _("That day itself is not counted.")


def _counting(due):
    if due.by is None or not due.rule.amount:
        return
    if due.rule.unit == "hour":
        yield _("Every hour counts, also at night and on days off.")
    elif due.rule.unit == "working_day":
        yield _("Working days are Monday to Friday without days off. Calendar: %(country)s.") % {
            "country": _country(due)
        }
    elif due.rule.unit == "weekday":
        words = {"country": _country(due)}
        if due.calendar.saturday_is_weekday:
            yield (
                _("Weekdays are Monday to Saturday without days off. Calendar: %(country)s.")
                % words
            )
        else:
            yield (
                _("Weekdays are Monday to Friday without days off. Calendar: %(country)s.") % words
            )
    else:
        yield _("All days count, also weekends and days off.")
    if due.skipped:
        yield left_out(due.skipped)
    elif due.rule.unit in ("working_day", "weekday"):
        yield _("No day off lies between.")


def _end(due):
    if Note.NO_TIME in due.notes:
        yield _("Hours are counted from a time of day. Nobody has said it, so no clock runs.")
    if due.closed is not None:
        yield closed_words(due.closed)
        if Note.ENDS_ON_CLOSED_DAY in due.notes:
            yield _("The date stays all the same.")
        elif due.rule.direction == "before":
            yield _("So the date has been moved back to the nearest working day.")
        else:
            yield _("So the date has been moved on to the next working day.")
    if due.state == State.IMPOSSIBLE:
        yield _("That is in the past: the deadline cannot be met any more.")


def _has_hours(due):
    return due.rule.unit == "hour"


def _country(due):
    return Country(due.calendar.country).label

"""Between what starts the clock and what must be done before a meeting, there is time for it.

A meeting within 5 working days whose agenda closes 4 days before leaves 3 days for the call.
"""

from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LITTLE = 4  # days


def check(subject):
    for milestone, (step, held) in _held_by(subject):
        for other_step, before in subject.deadlines:
            if before.due.anchor != milestone or before.due.direction != "before":
                continue
            room = fewest_days(held.due) - most_days(before.due)
            if room > LITTLE:
                continue
            words = {
                "item": subject.said(before.text),
                "step": subject.said(other_step.title),
                "milestone": subject.word("milestones", milestone),
                "days": max(ceil(room), 0),
            }
            if room <= 0:
                yield subject.error(_impossible() % words, step, "items", held)
            else:
                yield subject.warning(_hurried(words["days"]) % words, step, "items", held)


def _impossible():
    return _("“%(milestone)s” comes so soon that there is no time for “%(item)s” (%(step)s).")


def _hurried(days):
    return ngettext(
        "“%(milestone)s” may come so soon that %(days)s day is left for “%(item)s” (%(step)s).",
        "“%(milestone)s” may come so soon that %(days)s days are left for “%(item)s” (%(step)s).",
        days,
    )


def _held_by(subject):
    """Milestones with the items that say by when they come: those of the step that records them."""
    recorded = {(item.records, step.key) for step, item in subject.items if item.records}
    for milestone, step_key in sorted(recorded):
        for step, item in subject.deadlines:
            due = item.due
            if step.key == step_key and due.direction == "after" and due.anchor != milestone:
                yield milestone, (step, item)


def fewest_days(due):
    """How few days the deadline may mean, where no day off lies between."""
    return {
        "hour": due.amount / 24,
        "working_day": due.amount + 2 * (due.amount // 5),
        "weekday": due.amount + due.amount // 6,
        "calendar_day": due.amount,
        "week": due.amount * 7,
        "month": due.amount * 28,
    }[due.unit]


def most_days(due):
    """How many days it may mean over weekends, public holidays aside."""
    return {
        "hour": due.amount / 24,
        "working_day": due.amount + 2 * ceil(due.amount / 5),
        "weekday": due.amount + ceil(due.amount / 6),
        "calendar_day": due.amount,
        "week": due.amount * 7,
        "month": due.amount * 31,
    }[due.unit]

"""A deadline of no time at all, or of many years, is more often a slip than meant."""

from django.utils.translation import gettext as _

MOST = {
    "hour": 24 * 31,
    "working_day": 5 * 250,
    "weekday": 5 * 300,
    "calendar_day": 5 * 366,
    "week": 5 * 53,
    "month": 5 * 12,
}


def check(subject):
    for step, item in subject.deadlines:
        if item.due.amount == 0:
            message = _("The deadline is 0: the same day. Is that meant?")
            yield subject.warning(message, step, "items", item)
        elif item.due.amount > MOST[item.due.unit]:
            message = _("The deadline is very long: %(amount)s. Is that meant?")
            yield subject.warning(message % {"amount": item.due.amount}, step, "items", item)

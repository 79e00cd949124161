"""A due rule in words: “Within 2 working days after first contact”."""

from django.utils.translation import gettext as _
from django.utils.translation import npgettext


def due_words(rule, milestone=""):
    """The deadline as a sentence without a full stop, or an empty string.

    :param rule: an object with the fields of a due rule.
    :param milestone: the name of the event that it is counted from.
    """
    if rule.due_amount is None:
        return ""
    before = rule.due_direction == "before"
    words = {
        "time": _amount(rule.due_amount, rule.due_unit, before),
        "milestone": _inside_sentence(milestone),
        "earliest": rule.due_earliest,
        "number": rule.due_nth,
    }
    sentence = _sentence(rule, before, bool(milestone)) % words
    if rule.due_nth:
        words["sentence"] = sentence
        sentence = _("%(sentence)s, occurrence %(number)s") % words
    if not rule.due_hard:
        sentence = _("If possible: %(sentence)s") % {"sentence": _inside_sentence(sentence)}
    return sentence


def _sentence(rule, before, has_milestone):
    if rule.due_earliest is not None:
        if not has_milestone:
            return _("Not before %(earliest)s and at the latest within %(time)s")
        return _("Between %(earliest)s and %(time)s after %(milestone)s")
    if not has_milestone:
        return _("At the latest %(time)s before") if before else _("Within %(time)s")
    if before:
        return _("At the latest %(time)s before %(milestone)s")
    return _("Within %(time)s after %(milestone)s")


def _amount(amount, unit, before):
    """The amount with its unit, in the form that the sentence needs (Finnish has two)."""
    within, ahead = _UNITS[unit]
    return (ahead if before else within)(amount) % {"amount": amount}


_UNITS = {
    "hour": (
        lambda n: npgettext("within", "%(amount)s hour", "%(amount)s hours", n),
        lambda n: npgettext("before", "%(amount)s hour", "%(amount)s hours", n),
    ),
    "working_day": (
        lambda n: npgettext("within", "%(amount)s working day", "%(amount)s working days", n),
        lambda n: npgettext("before", "%(amount)s working day", "%(amount)s working days", n),
    ),
    "weekday": (
        lambda n: npgettext("within", "%(amount)s weekday", "%(amount)s weekdays", n),
        lambda n: npgettext("before", "%(amount)s weekday", "%(amount)s weekdays", n),
    ),
    "calendar_day": (
        lambda n: npgettext("within", "%(amount)s day", "%(amount)s days", n),
        lambda n: npgettext("before", "%(amount)s day", "%(amount)s days", n),
    ),
    "week": (
        lambda n: npgettext("within", "%(amount)s week", "%(amount)s weeks", n),
        lambda n: npgettext("before", "%(amount)s week", "%(amount)s weeks", n),
    ),
    "month": (
        lambda n: npgettext("within", "%(amount)s month", "%(amount)s months", n),
        lambda n: npgettext("before", "%(amount)s month", "%(amount)s months", n),
    ),
}


def _inside_sentence(words):
    """“First contact” as it stands inside a sentence; abbreviations stay as they are."""
    if words[:1].isupper() and not words[1:2].isupper():
        return words[0].lower() + words[1:]
    return words

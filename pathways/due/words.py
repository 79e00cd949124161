"""A due rule in words: “Within 2 working days after first contact”."""

from django.utils.translation import gettext as _
from django.utils.translation import npgettext


def rule_words(rule, milestone=""):
    """The deadline as a sentence without a full stop, or an empty string.

    :param Rule rule:
    :param milestone: the name of the event that it is counted from.
    """
    if rule.amount is None:
        return ""
    before = rule.direction == "before"
    words = {
        "time": _amount(rule.amount, rule.unit, before or _exact(rule)),
        "milestone": inside_sentence(milestone),
        "earliest": rule.earliest,
        "number": rule.nth,
    }
    sentence = _sentence(rule, before, bool(milestone)) % words
    if rule.nth:
        words["sentence"] = sentence
        sentence = _("%(sentence)s, occurrence %(number)s") % words
    if not rule.hard:
        sentence = _("If possible: %(sentence)s") % {"sentence": inside_sentence(sentence)}
    return sentence


def _sentence(rule, before, has_milestone):
    if rule.amount == 0 and has_milestone:
        return _("On the same day as %(milestone)s")
    if _exact(rule) and has_milestone:
        return _("%(time)s before %(milestone)s") if before else _("%(time)s after %(milestone)s")
    if rule.earliest is not None:
        return _window(before, has_milestone)
    if not has_milestone:
        return _("At the latest %(time)s before") if before else _("Within %(time)s")
    if before:
        return _("At the latest %(time)s before %(milestone)s")
    return _("Within %(time)s after %(milestone)s")


def _exact(rule):
    """Whether the window is a single day: “after 6 months”, neither earlier nor later."""
    return rule.earliest == rule.amount


def _window(before, has_milestone):
    if not has_milestone:
        if before:
            return _("Between %(earliest)s and %(time)s before")
        return _("Not before %(earliest)s and at the latest within %(time)s")
    if before:
        return _("Between %(earliest)s and %(time)s before %(milestone)s")
    return _("Between %(earliest)s and %(time)s after %(milestone)s")


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


def inside_sentence(words):
    """“First contact” as it stands inside a sentence; abbreviations stay as they are."""
    if words[:1].isupper() and not words[1:2].isupper():
        return words[0].lower() + words[1:]
    return words

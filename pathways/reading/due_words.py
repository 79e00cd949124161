"""The deadline of a row in words."""

from pathways.due import Rule
from pathways.due.words import rule_words


def due_words(row, milestone=""):
    """The deadline as a sentence without a full stop, or an empty string.

    :param row: an object with the fields of a due rule.
    :param milestone: the name of the event that it is counted from.
    """
    return rule_words(Rule.of(row, ""), milestone)

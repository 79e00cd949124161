"""A due rule reads as a sentence, in each of its forms."""

from types import SimpleNamespace

import pytest

from pathways.reading.due_words import due_words


def words(milestone="First contact", **fields):
    blank = {
        "due_amount": None,
        "due_earliest": None,
        "due_unit": "month",
        "due_direction": "after",
        "due_nth": None,
        "due_hard": True,
    }
    return due_words(SimpleNamespace(**blank | fields), milestone)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"due_amount": None}, ""),
        ({"due_amount": 1}, "Within 1 month after first contact"),
        (
            {"due_amount": 2, "due_direction": "before"},
            "At the latest 2 months before first contact",
        ),
        (
            {"due_amount": 6, "due_earliest": 3},
            "Between 3 and 6 months after first contact",
        ),
        (
            {"due_amount": 6, "due_earliest": 3, "due_direction": "before"},
            "Between 3 and 6 months before first contact",
        ),
        (
            {"due_amount": 6, "due_earliest": 3, "due_direction": "before", "milestone": ""},
            "Between 3 and 6 months before",
        ),
        (
            {"due_amount": 6, "due_earliest": 3, "milestone": ""},
            "Not before 3 and at the latest within 6 months",
        ),
        (
            {"due_amount": 6, "due_earliest": 6},
            "6 months after first contact",
        ),
        (
            {"due_amount": 2, "due_hard": False},
            "If possible: within 2 months after first contact",
        ),
    ],
)
def test_the_sentence_says_what_the_rule_says(fields, sentence):
    assert words(**fields) == sentence

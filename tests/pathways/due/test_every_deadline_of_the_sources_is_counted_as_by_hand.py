"""`deadlines.md` beside this file holds the examples; this reads it."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pathways.due import Calendar, Occurrence, Rule, due

ZONES = {
    "NO": ZoneInfo("Europe/Oslo"),
    "DK": ZoneInfo("Europe/Copenhagen"),
    "FI": ZoneInfo("Europe/Helsinki"),
    "SE": ZoneInfo("Europe/Stockholm"),
}
NOW = datetime(2020, 1, 1, tzinfo=UTC)


def rows(columns):
    """The cells of the table that has so many columns, without its heading."""
    lines = (Path(__file__).parent / "deadlines.md").read_text("utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line[:1] == "|"]
    return [row for row in cells if len(row) == columns and row[0][:1].isdigit()]


def rule_of(words):
    amounts, unit, direction, *_anchor = words.split()
    earliest, _dash, amount = amounts.rpartition("-")
    return Rule(int(amount), unit, direction, "event", int(earliest) if earliest else None)


RULES = {fact: rule_of(words) for fact, words in rows(2)}
EXAMPLES = rows(5)


def event_of(words, country):
    moment = datetime.fromisoformat(words).replace(tzinfo=ZONES[country])
    return Occurrence(moment.date(), moment if "T" in words else None)


@pytest.mark.parametrize(
    ("fact", "country", "start", "expected"),
    [row[:4] for row in EXAMPLES],
    ids=[" ".join(row[:3]) for row in EXAMPLES],
)
def test_as_by_hand(fact, country, start, expected):
    happened = {"event": [event_of(start, country)]}
    found = due(RULES[fact], happened, Calendar.of_country(country), NOW)
    *opens, by = expected.split()
    assert found.opens == (date.fromisoformat(opens[0]) if opens else None)
    if found.moment:
        assert found.moment.replace(tzinfo=None) == datetime.fromisoformat(by)
    else:
        assert found.by == date.fromisoformat(by)


def test_every_rule_is_tried_in_every_country():
    assert {(row[0], row[1]) for row in EXAMPLES} == {(f, c) for f in RULES for c in ZONES}
    assert len(EXAMPLES) >= 60

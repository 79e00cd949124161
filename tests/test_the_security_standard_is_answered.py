"""docs/asvs.csv: every requirement has an answer, and every answer something to look at."""

import csv

import pytest

from portal.settings.environment import BASE_DIR

# What OWASP ASVS 5.0.0 asks of an application like this at levels 1 and 2.
APPLICATION = """
1.1: 1 2; 1.2: 1 2 3 4 5 9; 1.3: 1 2 3 4 5 6 7 10 11; 1.4: 2; 1.5: 1 2; 2.1: 1 2 3; 2.2: 1 2 3;
2.3: 1 2 3 4; 2.4: 1; 3.2: 1 2; 3.3: 1 2 3 4; 3.4: 1 2 3 4 5 6; 3.5: 1 3 4; 3.7: 1 2; 4.1: 1 2 3;
4.2: 1; 5.1: 1; 5.2: 1 2 3; 5.3: 1 2; 5.4: 1 2; 6.1: 1 2 3; 6.2: 1 2 3 4 5 6 7 8 9 10 11 12;
6.3: 1 2 3 4; 6.4: 1 2 3 4; 6.5: 1 2 3 4 5; 7.1: 1 2; 7.2: 1 2 3 4; 7.3: 1 2; 7.4: 1 2 3 4 5;
7.5: 1 2; 8.1: 1 2; 8.2: 1 2 3; 8.3: 1; 8.4: 1; 11.1: 1 2; 11.2: 1 2 3; 11.3: 1 2 3;
11.4: 1 2 3 4; 11.5: 1; 13.1: 1; 13.2: 1 2 3 4 5; 13.3: 1 2; 13.4: 1 2 3 4 5; 14.1: 1 2;
14.2: 1 2 3 4; 14.3: 1 2 3; 15.1: 1 2 3; 15.2: 1 2 3; 15.3: 1 2 3 4 5 6 7; 16.1: 1;
16.2: 1 2 3 4 5; 16.3: 1 2 3 4; 16.4: 1 2 3; 16.5: 1 2 3
"""
# And what comes with an organisation's own accounts.
PROVIDER = """
6.8: 1 2 3 4; 7.1: 3; 7.6: 1 2; 9.1: 1 2 3; 9.2: 1 2 3 4; 10.1: 1 2; 10.2: 1 2; 10.5: 1 2 3 4 5
"""


def numbers(sections):
    for section in sections.replace("\n", " ").split(";"):
        name, _colon, last = section.strip().partition(":")
        yield from (f"V{name}.{number}" for number in last.split())


with (BASE_DIR / "docs" / "asvs.csv").open(encoding="utf-8", newline="") as file:
    ROWS = [*csv.DictReader(file)]


def test_every_requirement_has_one_answer():
    expected = [*numbers(APPLICATION), *numbers(PROVIDER)]
    assert len([*numbers(APPLICATION)]) == 174
    assert sorted(row["number"] for row in ROWS) == sorted(expected)
    assert {row["answer"] for row in ROWS} == {"met", "not", "n/a"}


def test_what_is_not_met_says_why():
    mute = [row["number"] for row in ROWS if row["answer"] != "met" and not row["note"]]
    assert mute == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["number"])
def test_what_an_answer_points_at_is_there(row):
    path, _colons, words = row["pointer"].partition("::")
    text = (BASE_DIR / path).read_text(encoding="utf-8")
    assert words in text

"""Personal numbers of four countries are found in free text; ordinary numbers are let through."""

from pathlib import Path

import pytest

from accounts.personal_numbers import Certainty, Country, find
from tests.accounts.personal_numbers import EVERY_KIND

ORDINARY = [
    line
    for line in (Path(__file__).parent / "ordinary_strings.txt").read_text().splitlines()
    if not line.startswith("#")
]


def certainties(text):
    return [found.certainty for found in find(text)]


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("sentence", ["{}", "Ringte {}, ingen svarte.", "cpr{}", "({})\n"])
def test_every_made_up_number_is_refused_or_asked_about(kind, sentence):
    missed = [number for number in EVERY_KIND[kind] if not find(sentence.format(number))]
    assert missed == []


def test_no_ordinary_string_is_refused_and_few_are_asked_about():
    assert len(ORDINARY) >= 500
    refused = [text for text in ORDINARY if Certainty.SURE in certainties(text)]
    asked = [text for text in ORDINARY if Certainty.MAYBE in certainties(text)]
    assert refused == []
    assert len(asked) <= 0.05 * len(ORDINARY), asked


@pytest.mark.parametrize(
    ("text", "country", "certainty"),
    [
        ("151086 95088", Country.NORWAY, Certainty.SURE),
        ("15108695088", Country.NORWAY, Certainty.SURE),
        ("151086 95089", Country.NORWAY, Certainty.SURE),  # the written form is enough
        ("15108695089", Country.NORWAY, Certainty.MAYBE),  # a slip of the finger, or an account
        ("15.10.1986-95088", Country.NORWAY, Certainty.SURE),
        ("211062-5629", Country.DENMARK, Certainty.SURE),
        ("211062–5629", Country.DENMARK, Certainty.SURE),
        ("211062 - 5629", Country.DENMARK, Certainty.SURE),
        ("2110625629", Country.DENMARK, Certainty.MAYBE),
        ("131052-308T", Country.FINLAND, Certainty.SURE),
        ("131052a308t", Country.FINLAND, Certainty.SURE),
        ("880320-0016", Country.SWEDEN, Certainty.SURE),
        ("19880320-0016", Country.SWEDEN, Certainty.SURE),
        ("8803200016", Country.SWEDEN, Certainty.MAYBE),
        ("１５１０８６ ９５０８８", Country.NORWAY, Certainty.SURE),
        ("21\N{SOFT HYPHEN}1062-5629", Country.DENMARK, Certainty.SURE),
    ],
)
def test_how_sure_it_is_depends_on_check_digits_and_written_form(text, country, certainty):
    (found,) = find(text)
    assert (found.country, found.certainty) == (country, certainty)
    assert text[found.start : found.end] == text


def test_each_number_in_a_text_has_its_place():
    text = "Mor 211062-5629,\nfar 131052-308T og en avtale 12.05.2026 kl. 14.30"
    places = [text[found.start : found.end] for found in find(text)]
    assert places == ["211062-5629", "131052-308T"]


@pytest.mark.parametrize(
    "text",
    ["", "311299-", "991399-1234", "310226-1234567", "2026-05-22 1430", "12.05.2026 10000 kr"],
)
def test_what_is_no_date_or_too_long_is_no_personal_number(text):
    assert find(text) == []

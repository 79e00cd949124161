"""Days in four languages: near ones by a word, others with weekday and month in their order."""

from datetime import date

import pytest
from django.utils.translation import override

from cases.reading.words.when import day_said

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "mandag 26. oktober"),
        ("da", "mandag den 26. oktober"),
        ("fi", "maanantai 26. lokakuuta"),
        ("en", "Monday 26 October"),
    ],
)
def test_a_day_of_this_year(language, said):
    with override(language):
        assert day_said(date(2026, 10, 26), TODAY) == said


def test_a_day_of_another_year_has_it():
    with override("nb"):
        assert day_said(date(2027, 1, 4), TODAY) == "mandag 4. januar 2027"


def test_near_days_have_words():
    with override("en"):
        days = [day_said(date(2026, 11, day), TODAY) for day in (26, 27, 28)]
    assert days == ["yesterday", "today", "tomorrow"]

"""The answer and its reasons are sentences of the reader's language."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import holidays
import pytest
from django.utils.translation import override

from pathways.due import Calendar, Closure, DayOff, Occurrence, Rule, due, explain
from pathways.due.public_holidays import NAMES

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 5, 4, 9, tzinfo=COPENHAGEN)
SUMMER = Closure(date(2026, 7, 20), date(2026, 7, 24), "Summer")


def explained(start=None, *, milestone="First meeting", language="en", moment=None, **rule):
    rule = Rule(**{"amount": 5, "anchor": "event"} | rule)
    calendar = Calendar.of_country("DK", closures=(SUMMER,), rolls=rule.unit == "week")
    happened = [Occurrence(date.fromisoformat(start), moment)] if start else []
    with override(language):
        return explain(due(rule, {"event": happened}, calendar, NOW), milestone)


def test_days_that_were_left_out_are_named_in_stretches():
    found = explained("2026-05-29")
    assert found.answer == "At the latest Monday 8 June 2026."
    assert found.reasons == [
        "Within 5 working days after first meeting.",
        "First meeting: Friday 29 May 2026.",
        "That day itself is not counted.",
        "Working days are Monday to Friday without days off. Calendar: Denmark.",
        "Left out: 30–31 May (weekend), 5 June (Constitution Day), 6–7 June (weekend).",
    ]


@pytest.mark.parametrize(
    ("language", "milestone", "answer", "left_out"),
    [
        (
            "nb",
            "Første møte",
            "Senest mandag 8. juni 2026.",
            "Ikke regnet med: 30.–31. mai (helg), 5. juni (grunnlovsdagen), 6.–7. juni (helg).",
        ),
        (
            "da",
            "Første møde",
            "Senest mandag den 8. juni 2026.",
            "Ikke talt med: 30.–31. maj (weekend), 5. juni (grundlovsdag), 6.–7. juni (weekend).",
        ),
        (
            "fi",
            "Ensimmäinen tapaaminen",
            "Viimeistään maanantaina 8. kesäkuuta 2026.",
            "Laskusta jäivät pois: 30.–31. toukokuuta (viikonloppu), "
            "5. kesäkuuta (perustuslain päivä), 6.–7. kesäkuuta (viikonloppu).",
        ),
    ],
)
def test_each_language_says_it_in_its_own_way(language, milestone, answer, left_out):
    found = explained("2026-05-29", milestone=milestone, language=language)
    assert (found.answer, found.reasons[-1]) == (answer, left_out)


def test_many_days_are_only_counted():
    found = explained("2026-05-29", amount=300)
    assert found.reasons[-1] == (
        "141 days were left out: 126 at weekends, 7 public holidays, 3 days off by custom, "
        "5 days on which the office is closed."
    )


def test_a_closed_day_is_kept_or_left_as_the_calendar_says():
    kept = explained("2026-05-05", amount=1, unit="month")
    assert kept.reasons[-2:] == [
        "Friday 5 June 2026 is no working day (Constitution Day).",
        "The date stays all the same.",
    ]
    moved = explained("2026-07-06", amount=2, unit="week")
    assert moved.answer == "At the latest Monday 27 July 2026."
    assert moved.reasons[-2:] == [
        "Monday 20 July 2026 is no working day (Summer).",
        "So the date has been moved on to the next working day.",
    ]


@pytest.mark.parametrize(
    ("rule", "answer"),
    [
        ({"amount": None}, "There is no deadline."),
        ({"start": None}, "Waiting for: First meeting."),
        (
            {"nth": 5},
            "Waiting for: First meeting, occurrence 5. It has happened 1 time so far.",
        ),
        (
            {"anchor": ""},
            "No date: the deadline does not say which milestone it counts from.",
        ),
        (
            {"start": "2200-05-05"},
            "No date: there is no calendar of public holidays for the year 2200.",
        ),
        (
            {"amount": 30_000, "unit": "month", "direction": "before"},
            "No date: it would lie beyond what a calendar can hold.",
        ),
        (
            {"amount": 6, "earliest": 3, "unit": "month"},
            "From: Wednesday 5 August 2026. At the latest: Thursday 5 November 2026.",
        ),
        (
            {"amount": 24, "unit": "hour"},
            "Within 24 hours after first meeting.",
        ),
        (
            {"unit": "hour", "moment": datetime(2026, 5, 5, 14, tzinfo=COPENHAGEN)},
            "At the latest: Tuesday 5 May 2026 at 19:00.",
        ),
    ],
)
def test_what_cannot_be_said_is_said_plainly(rule, answer):
    assert explained(**{"start": "2026-05-05"} | rule).answer == answer


def test_every_holiday_that_the_library_knows_has_a_name_of_ours():
    for country in ("NO", "DK", "FI", "SE"):
        kind = getattr(holidays, country)
        years = range(kind.start_year, kind.end_year + 1)
        found = set(kind(years=years, categories=("public",), language="en_US").values())
        assert {part for name in found for part in name.split("; ")} <= set(NAMES), country


def test_midsummer_eve_is_where_the_library_has_it():
    theirs = holidays.SE(years=range(1960, 2060), categories=("de_facto",), language="en_US")
    ours = {DayOff.MIDSUMMER_EVE.in_year(year) for year in range(1960, 2060)}
    assert ours == {day for day, name in theirs.items() if "Midsummer Eve" in name}

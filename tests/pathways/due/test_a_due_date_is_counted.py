"""Due dates: examples counted by hand, properties, and agreement with another reckoning."""

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.due import (
    Calendar,
    Closed,
    Closure,
    DayOff,
    Note,
    Occurrence,
    Rule,
    State,
    Trouble,
    due,
)

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 5, 4, 9, tzinfo=COPENHAGEN)
COUNTRIES = ("NO", "DK", "FI", "SE")


def counted(country, start, amount, unit="working_day", direction="after", now=NOW, **settings):
    """The due date of a rule that counts from one event."""
    rule = Rule(amount, unit, direction, "event")
    calendar = Calendar.of_country(country, **settings)
    return due(rule, {"event": [Occurrence(date.fromisoformat(start))]}, calendar, now)


@pytest.mark.parametrize(
    ("country", "start", "amount", "unit", "direction", "expected"),
    [
        # Friday; 30-31 May weekend, 5 June Constitution Day, 6-7 June weekend
        ("DK", "2026-05-29", 5, "working_day", "after", "2026-06-08"),
        ("DK", "2026-06-01", 2, "working_day", "after", "2026-06-03"),
        ("DK", "2026-04-01", 1, "working_day", "after", "2026-04-07"),  # Easter
        ("DK", "2026-12-23", 1, "working_day", "after", "2026-12-28"),
        ("DK", "2026-05-13", 2, "working_day", "after", "2026-05-18"),  # Ascension Day
        ("DK", "2026-06-08", 14, "working_day", "after", "2026-06-26"),
        ("DK", "2026-06-11", 4, "working_day", "before", "2026-06-04"),  # over 5 June
        ("DK", "2026-06-04", 2, "weekday", "after", "2026-06-08"),  # Saturday is one, Friday not
        ("NO", "2026-04-30", 1, "working_day", "after", "2026-05-04"),  # 1 May is a Friday
        ("NO", "2026-05-15", 1, "working_day", "after", "2026-05-18"),
        ("NO", "2027-05-14", 1, "working_day", "after", "2027-05-18"),  # 16 and 17 May
        ("NO", "2026-12-23", 1, "working_day", "after", "2026-12-24"),
        ("NO", "2026-06-05", 1, "working_day", "after", "2026-06-08"),
        ("FI", "2026-06-18", 1, "working_day", "after", "2026-06-22"),  # Midsummer
        ("FI", "2026-01-05", 1, "working_day", "after", "2026-01-07"),  # Epiphany
        ("FI", "2026-12-05", 1, "working_day", "after", "2026-12-07"),
        ("SE", "2026-06-18", 1, "working_day", "after", "2026-06-22"),
        ("SE", "2025-06-05", 1, "working_day", "after", "2025-06-09"),  # National Day, Friday
        ("SE", "2026-12-30", 1, "working_day", "after", "2027-01-04"),
        ("DK", "2026-01-31", 1, "month", "after", "2026-02-28"),
        ("DK", "2028-01-31", 1, "month", "after", "2028-02-29"),
        ("DK", "2026-08-31", 6, "month", "after", "2027-02-28"),
        ("NO", "2026-03-31", 1, "month", "before", "2026-02-28"),
        ("NO", "2026-02-10", 12, "month", "after", "2027-02-10"),
        ("FI", "2026-05-05", 2, "week", "after", "2026-05-19"),
        ("FI", "2026-05-05", 10, "calendar_day", "after", "2026-05-15"),
        ("SE", "2026-05-05", 0, "working_day", "after", "2026-05-05"),
    ],
)
def test_counted_by_hand(country, start, amount, unit, direction, expected):
    found = counted(country, start, amount, unit, direction)
    assert found.by == date.fromisoformat(expected)


def test_the_days_that_were_left_out_are_named():
    found = counted("DK", "2026-05-29", 5)
    assert [(s.day.isoformat(), s.why, s.name) for s in found.skipped] == [
        ("2026-05-30", Closed.WEEKEND, ""),
        ("2026-05-31", Closed.WEEKEND, ""),
        ("2026-06-05", Closed.CUSTOM, DayOff.CONSTITUTION_DAY),
        ("2026-06-06", Closed.WEEKEND, ""),
        ("2026-06-07", Closed.WEEKEND, ""),
    ]


def test_an_office_that_is_closed_does_not_work():
    summer = Closure(date(2026, 7, 20), date(2026, 7, 24), "Summer")
    found = counted("NO", "2026-07-17", 1, closures=(summer,))
    assert found.by == date(2026, 7, 27)
    assert (Closed.CLOSURE, "Summer") in [(s.why, s.name) for s in found.skipped]


def test_a_custom_is_a_setting():
    assert counted("DK", "2026-06-04", 1, customs=frozenset()).by == date(2026, 6, 5)
    assert counted("DK", "2026-04-30", 1, customs=frozenset({DayOff.MAY_DAY})).by == date(
        2026, 5, 4
    )


class TestCalendarUnits:
    def test_a_closed_day_is_kept_with_a_note(self):
        found = counted("DK", "2026-05-05", 1, "month")  # 5 June
        assert (found.by, found.notes) == (date(2026, 6, 5), (Note.ENDS_ON_CLOSED_DAY,))

    def test_a_setting_moves_it_on_and_before_moves_it_back(self):
        after = counted("DK", "2026-05-05", 1, "month", rolls=True)
        before = counted("DK", "2026-07-05", 1, "month", "before", rolls=True)
        assert (after.by, before.by) == (date(2026, 6, 8), date(2026, 6, 4))
        assert after.notes == (Note.MOVED_OFF_CLOSED_DAY,)


class TestHours:
    def hours(self, moment, amount=24, now=NOW):
        rule = Rule(amount, "hour", anchor="event")
        event = Occurrence(moment.date(), moment)
        return due(rule, {"event": [event]}, Calendar.of_country("DK"), now)

    def test_they_pass_also_where_the_clocks_change(self):
        found = self.hours(datetime(2026, 3, 28, 12, tzinfo=COPENHAGEN))
        assert found.moment == datetime(2026, 3, 29, 13, tzinfo=COPENHAGEN)

    def test_the_state_turns_at_the_minute(self):
        moment = datetime(2026, 5, 3, 9, tzinfo=COPENHAGEN)
        assert self.hours(moment, now=NOW).state == State.DUE
        assert self.hours(moment, now=NOW + timedelta(minutes=1)).state == State.OVERDUE

    def test_without_a_time_no_clock_runs(self):
        rule = Rule(24, "hour", anchor="event")
        event = Occurrence(date(2026, 5, 1))
        found = due(rule, {"event": [event]}, Calendar.of_country("NO"), NOW)
        assert (found.by, found.state, found.notes) == (None, State.OPEN, (Note.NO_TIME,))


class TestStates:
    def state(self, start, now=NOW, **rule):
        rule = Rule(**{"amount": 5, "unit": "calendar_day", "anchor": "event"} | rule)
        happened = {"event": [Occurrence(date.fromisoformat(day)) for day in start]}
        return due(rule, happened, Calendar.of_country("NO"), now).state

    def test_no_amount_no_deadline(self):
        assert self.state(["2026-05-01"], amount=None) == State.NONE

    def test_waiting_for_a_milestone_or_for_its_nth_time(self):
        assert self.state([]) == State.WAITING
        assert self.state(["2026-05-01"] * 4, nth=5) == State.WAITING
        assert self.state(["2026-05-01"] * 5, nth=5) == State.OPEN

    @pytest.mark.parametrize(
        ("start", "state"),
        [("2026-05-01", "open"), ("2026-04-29", "due"), ("2026-04-28", "overdue")],
    )
    def test_open_due_overdue(self, start, state):
        assert self.state([start]) == state

    @pytest.mark.parametrize(
        ("start", "state"), [("2026-03-01", "not_yet_open"), ("2026-02-01", "open")]
    )
    def test_a_window_opens(self, start, state):
        assert self.state([start], amount=6, earliest=3, unit="month") == state

    def test_a_window_before_an_event(self):
        rule = Rule(6, "month", "before", "event", earliest=3)
        event = {"event": [Occurrence(date(2026, 12, 1))]}
        found = due(rule, event, Calendar.of_country("NO"), NOW)
        assert (found.opens, found.by) == (date(2026, 6, 1), date(2026, 9, 1))
        assert found.state == State.NOT_YET_OPEN

    def test_backwards_into_the_past_is_impossible_not_overdue(self):
        assert self.state(["2026-05-06"], direction="before") == State.IMPOSSIBLE


@pytest.mark.parametrize("unit", ["working_day", "weekday", "calendar_day", "month"])
@pytest.mark.parametrize("year", [1899, 2200])
def test_a_year_without_a_calendar_is_said(year, unit):
    found = counted("NO", f"{year}-05-05", 5, unit)
    assert (found.state, found.by) == (State.UNKNOWN, None)
    assert (found.trouble, found.year) == (Trouble.NO_CALENDAR, year)


def test_ten_thousand_days_are_counted_and_the_end_of_time_is_said():
    assert counted("DK", "2026-05-05", 10_000).by.year == 2066
    assert counted("DK", "2026-05-05", 100_000, "month").trouble == Trouble.OUT_OF_RANGE
    assert counted("DK", "2026-05-05", 32_767, "month", "before").trouble == Trouble.OUT_OF_RANGE
    assert counted("DK", "2090-05-05", 10_000).trouble == Trouble.NO_CALENDAR


def test_a_rule_that_counts_from_nothing_says_so():
    found = due(Rule(5), {}, Calendar.of_country("NO"), NOW)
    assert (found.state, found.trouble) == (State.UNKNOWN, Trouble.NO_ANCHOR)


def test_nothing_after_an_event_is_the_day_itself_also_when_it_is_closed():
    assert counted("NO", "2026-05-05", 0).by == date(2026, 5, 5)
    sunday = counted("NO", "2026-05-03", 0)
    assert (sunday.by, sunday.notes) == (date(2026, 5, 3), (Note.ENDS_ON_CLOSED_DAY,))


DAYS = st.dates(date(2020, 1, 1), date(2029, 12, 31))


UNITS = st.sampled_from(["working_day", "weekday", "calendar_day", "week", "month"])


@given(st.sampled_from(COUNTRIES), DAYS, st.integers(0, 30), UNITS, st.booleans())
def test_in_every_unit_later_events_are_never_due_earlier(country, day, amount, unit, rolls):
    days = (day.isoformat(), (day + timedelta(days=1)).isoformat())
    for direction in ("after", "before"):
        first, second = (counted(country, d, amount, unit, direction, rolls=rolls).by for d in days)
        assert first <= second


@given(DAYS, st.integers(1, 60))
def test_a_month_on_is_the_same_day_or_the_last_of_a_shorter_month(day, amount):
    by = counted("NO", day.isoformat(), amount, "month").by
    assert (by.year * 12 + by.month) - (day.year * 12 + day.month) == amount
    assert by.day == day.day or (by.day < day.day and (by + timedelta(days=1)).day == 1)


@given(st.sampled_from(COUNTRIES), DAYS, st.integers(0, 30))
def test_later_events_are_never_due_earlier(country, day, amount):
    next_day = day + timedelta(days=1)
    first, second = (counted(country, d.isoformat(), amount).by for d in (day, next_day))
    assert first <= second
    assert counted(country, day.isoformat(), amount + 1).by > first


@given(st.sampled_from(COUNTRIES), DAYS, st.integers(1, 30))
def test_before_is_after_the_other_way_round(country, day, amount):
    calendar = Calendar.of_country(country)
    if calendar.closed(day):
        return
    by = counted(country, day.isoformat(), amount).by
    assert counted(country, by.isoformat(), amount, direction="before").by == day


@pytest.mark.parametrize("country", COUNTRIES)
def test_working_days_are_the_librarys_over_ten_years(country):
    calendar, theirs = Calendar(country), holidays.country_holidays(country)
    days = [date(2020, 1, 1) + timedelta(days=n) for n in range(3653)]
    assert [not calendar.closed(day) for day in days] == [theirs.is_working_day(d) for d in days]


@given(st.sampled_from(COUNTRIES), DAYS, st.integers(1, 30))
def test_it_agrees_with_the_librarys_own_reckoning(country, day, amount):
    theirs = holidays.country_holidays(country).get_nth_working_day(day, amount)
    assert counted(country, day.isoformat(), amount, customs=frozenset()).by == theirs


@given(st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1)), st.integers(0, 500))
def test_hours_are_hours(moment, amount):
    moment = moment.replace(tzinfo=COPENHAGEN)
    rule = Rule(amount, "hour", anchor="event")
    event = Occurrence(moment.date(), moment)
    found = due(rule, {"event": [event]}, Calendar.of_country("DK"), NOW)
    passed = found.moment.astimezone(UTC) - moment.astimezone(UTC)
    assert passed == timedelta(hours=amount)


@pytest.mark.endurance
def test_many_are_computed_in_a_second(size, measured):
    """Each from another day, with closures, as a list of cases asks for them."""
    closures = tuple(
        Closure(date(2026, month, 1), date(2026, month, 3), "closed") for month in range(1, 13)
    )
    calendar = Calendar.of_country("DK", closures=closures)
    rules = [
        Rule(5, "working_day", "after", "event"),
        Rule(14, "working_day", "after", "event"),
        Rule(6, "month", "after", "event", earliest=3),
        Rule(4, "calendar_day", "before", "event"),
    ]
    events = [Occurrence(date(2026, 1, 1) + timedelta(days=n)) for n in range(365)]
    number = size(2_000, 100_000)
    begin = time.perf_counter()
    for n in range(number):
        due(rules[n % 4], {"event": [events[n % 365]]}, calendar, NOW)
    rate = number / (time.perf_counter() - begin)
    measured("due dates computed", rate, "a second")
    assert rate > size(sampled=200, full=10_000)  # a sample runs beside other tests

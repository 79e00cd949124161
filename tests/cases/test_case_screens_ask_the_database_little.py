"""Query counts are pinned, and do not grow with cases or items; nor does the time."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from portal.demo.casework import make_case

from .many import bulk_cases
from .screens import address

pytestmark = [pytest.mark.django_db, pytest.mark.endurance]
PINNED = {
    "my_day": 33,
    "cases": 30,
    "case": 39,
    "step": 48,
    "timeline": 32,
    "consents": 31,
    "contacts": 32,
    "deadlines": 32,
}
MINE = 20


def ask(client, name, case):
    """Queries and processor time of a screen, which has been shown before."""
    client.get(address(name, case))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address(name, case)).status_code == 200
        queries = len(asked)  # the next request begins to count anew
    times = []
    for _again in range(3):
        begun = time.process_time()
        client.get(address(name, case))
        times.append(time.process_time() - begun)
    return queries, min(times)


def test_screens_stay_as_quick_with_many_cases(client, kim, ada, team, size, measured):
    case = make_case(kim, until="first-meeting", consent=True)
    bulk_cases(MINE, team, kim, first=1)
    bulk_cases(80, team, ada, first=1000)
    client.force_login(kim)
    few = {name: ask(client, name, case) for name in PINNED}
    many = size(sampled=400, full=9_900)
    for first in range(2000, 2000 + many, 500):
        bulk_cases(min(500, 2000 + many - first), team, ada, first=first)
    for name, pinned in PINNED.items():
        queries, seconds = ask(client, name, case)
        measured(f"{name}, with {Case.objects.count()} cases: queries", queries, "queries")
        measured(f"{name}, against 100 cases: processor time", seconds / few[name][1], "times")
        assert queries == few[name][0] <= pinned, name
        # A sample runs beside other tests.
        assert seconds <= size(sampled=4, full=2) * few[name][1] + 0.02, name


def test_my_day_asks_as_much_for_eighty_cases_as_for_three(client, kim, team, measured):
    first = make_case(kim)
    bulk_cases(2, team, kim, first=1)
    client.force_login(kim)
    few, _seconds = ask(client, "my_day", first)
    bulk_cases(77, team, kim, first=100)
    many, seconds = ask(client, "my_day", first)
    measured("my day with 80 open cases: processor time", seconds, "seconds")
    assert many == few

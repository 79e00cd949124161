"""Random histories of cases by raw requests: what a rule allows happens, and nothing else does."""

import random

import pytest
from django.db.models import Count, Max
from django.test import Client

from cases.models import Case, CaseEvent
from portal.demo.casework import make_case
from tests.accounts.people import join, make_person, make_team

from .acts import ACTS, Scene
from .screens import address

pytestmark = [pytest.mark.django_db, pytest.mark.endurance]
LENGTH = 15


@pytest.fixture
def people(team, kim, ada, stranger):
    """Two of the team, one of the organisation's other team, one of another, one of none."""
    robin = make_person()
    join(robin, make_team(team.organisation))
    return [kim, kim, ada, robin, stranger, make_person()]


@pytest.fixture
def browsers(people):
    """A signed-in client for each of them."""
    clients = {person: Client() for person in people}
    for person, client in clients.items():
        client.force_login(person)
    return clients


def everything(case):
    """All rows about a case, table by table; the access log is not about it alone."""
    tables = {"case": list(Case.objects.filter(pk=case.pk).values_list())}
    for relation in Case._meta.related_objects:
        rows = relation.related_model.objects.filter(**{relation.field.name: case})
        tables[relation.name] = sorted(rows.values_list(), key=repr)
    return tables


def story(case):
    """What was told, without the mark that it was undone later."""
    return list(case.events.order_by("pk").values_list("pk", "kind", "by", "at", "before", "after"))


def check_every_item_is_told(case):
    """An item's version is the number of times that its story tells of it, and as it tells it."""
    about = case.events.filter(kind=CaseEvent.Kind.ITEM)
    told = about.values("step_key", "item_key", "round").annotate(n=Count("pk"), last=Max("pk"))
    last = {event.pk: event for event in about}
    known = {(t["step_key"], t["item_key"], t["round"]): t for t in told}
    for row in case.items.all():
        assert known[row.place]["n"] == row.version
        assert last[known[row.place]["last"]].after == row.state
    assert len(known) == case.items.count()


@pytest.mark.parametrize("seed", range(2))
def test_histories(seed, browsers, people, size, measured):
    dice = random.Random(seed)
    histories, acts = size(3, 500), 0
    for _history in range(histories):
        until = dice.choice((None, "contact", "first-meeting", "closing"))
        case = make_case(people[0], until=until, days_ago=dice.randint(20, 60))
        for _turn in range(LENGTH):
            act = dice.choice(ACTS)(Scene(dice, case, people))
            if act is None:
                continue
            before, told = everything(case), story(case)
            url = address(act.name, case, **act.more)
            answer = browsers[act.person].post(url, act.data)
            assert answer.status_code in (200, 302, 403, 404), act
            assert (everything(case) != before) == act.is_allowed, act
            assert story(case)[: len(told)] == told, act
            acts += 1
        check_every_item_is_told(case)
    measured(f"random histories of cases, seed {seed}", histories, f"histories ({acts} requests)")

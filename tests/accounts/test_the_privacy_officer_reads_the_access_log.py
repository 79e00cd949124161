import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.access_log import Verb, record
from accounts.models import AccessEntry
from accounts.roles import Role

from .people import make_person

ADDRESS = "/admin/reports/access-log/"


@pytest.fixture
def officer(client, db):
    person = make_person(Role.PRIVACY_OFFICER, first_name="Pia", last_name="Vern")
    client.force_login(person)
    return person


def shown(client, **filters):
    return client.get(reverse("access_log"), filters)


def test_names_stand_on_the_screen_and_only_numbers_in_the_export(client, officer):
    text = shown(client).content.decode()
    assert f"Pia Vern ({officer.pk})" in text
    assert "signed in" in text
    export = shown(client, export="csv")
    rows = [*csv.DictReader(io.StringIO(export.getvalue().decode()))]
    assert "Pia" not in str(rows)
    assert {row["Who"] for row in rows} >= {str(officer.pk)}
    assert AccessEntry.objects.first().verb == Verb.EXPORTED
    assert AccessEntry.objects.first().route == "access_log"


def test_the_log_is_filtered(client, officer):
    other = make_person()
    record(Verb.VIEWED, ("test.thing", 4711), actor=other)
    for filters in (
        {"verb": "viewed"},
        {"actor_id": other.pk},
        {"object_id": "4711"},
    ):
        entries = shown(client, **filters).context["object_list"]
        assert [entry.object_id for entry in entries] == ["4711"], filters
    assert "Nothing in the log matches" in shown(client, at_from="2099-01-01").content.decode()
    assert "Nothing in the log matches" not in shown(client).content.decode()


def test_the_log_comes_in_pages_and_asks_no_more_for_more(client, officer):
    record(Verb.VIEWED, actor=officer)
    shown(client)
    with CaptureQueriesContext(
        connection,
    ) as few:
        shown(client)
    for _number in range(60):
        record(Verb.VIEWED, ("accounts.user", officer.pk), actor=officer)
    with CaptureQueriesContext(connection) as many:
        entries = shown(client).context["object_list"]
    assert len(entries) == 50
    assert len(many) <= len(few) + 1
    assert len(shown(client, p=2).context["object_list"]) >= 12


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PRIVACY_OFFICER])
def test_no_other_role_reads_it(client, db, role):
    client.force_login(make_person(role))
    answer = client.get(reverse("access_log"))
    assert answer.status_code in (302, 403)
    assert client.get(reverse("access_log_results")).status_code in (302, 403)


def test_nor_does_a_superuser_by_being_one(client, db):
    client.force_login(make_person(is_superuser=True))
    assert client.get(reverse("access_log")).status_code == 302
    assert reverse("access_log") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_it_stands_among_the_reports(client, officer):
    assert reverse("access_log") == ADDRESS
    assert ADDRESS in client.get(reverse("wagtailadmin_home")).content.decode()

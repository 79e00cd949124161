"""Retention: preview, erasing, certificate, numbers that stay right, and no trace."""

import re
import time
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pypdf
import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import connection
from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone

from accounts.models import AccessEntry
from accounts.roles import Role
from cases.models import Case, CaseTally, ErasedCase, Retention
from cases.services import erasing
from cases.services.erasing import erase_due
from cases.services.handing_over import ask
from cases.tasks import erase
from cases.work.clock import today_for
from portal.demo.casework import make_case
from tests.accounts.people import make_person

from .killed import said_until_killed
from .many import bulk_cases
from .screens import address

pytestmark = pytest.mark.django_db(transaction=True)
CANARY = "kanarifugl"
OUTCOME = "no-contact"
ERASER = """
from cases.services import erasing
record = erasing.record
def say(verb, case):
    print(case, flush=True)
    record(verb, case)
erasing.record = say
erasing.erase_due()
"""


@pytest.fixture
def case(kim, ada):
    made = make_case(
        kim,
        until="internal-information",
        consent=True,
        alias=f"{CANARY} alias",
        record_number=f"{CANARY}-1",
    )
    made.consents.update(covers=f"{CANARY} covers")
    ask(case=made, user=kim, person=ada, team=made.team)
    made.handovers.update(reason=f"{CANARY} reason")
    return ended(made)


def ended(case, days_ago=40):
    """As if it had ended some time ago."""
    day = today_for(case.team) - timedelta(days=days_ago)
    Case.objects.filter(pk=case.pk).update(
        state="closed", outcome=OUTCOME, started_on=day - timedelta(days=30), closed_on=day
    )
    case.refresh_from_db()
    return case


def keep(months=1, since=1):
    day = timezone.localdate() - timedelta(days=since)
    return Retention.objects.create(outcome=OUTCOME, months=months, holds_from=day)


@pytest.fixture
def officer(client, demo):
    person = make_person(Role.PRIVACY_OFFICER)
    client.force_login(person)
    return person


def test_without_a_time_nothing_is_erased_and_the_screen_says_so(client, case, officer):
    assert erase_due() == 0
    page = client.get(address("retention", language="en"))
    assert "Never erased by itself" in page.content.decode()


def test_a_time_is_looked_at_first_and_holds_from_the_next_day(client, case, officer):
    url = address("retention_change", outcome=OUTCOME, language="en")
    look = client.post(url, {"months": "1", "look": "1"})
    assert look.context["preview"].now == 1
    assert case.reference in look.content.decode()
    assert CANARY not in look.content.decode()
    assert not Retention.objects.exists()
    client.post(url, {"months": "1"})
    assert erase_due() == 0
    Retention.objects.update(holds_from=timezone.localdate())
    assert erase_due() == 1
    client.post(url, {"months": ""})
    assert not Retention.objects.exists()


@pytest.mark.parametrize("months", ["0", "-1", "soon", "99999"])
def test_a_time_that_cannot_be(client, case, officer, months):
    url = address("retention_change", outcome=OUTCOME, language="en")
    page = client.post(url, {"months": months})
    assert page.context["form"].errors["months"]
    assert months in page.content.decode()


def test_only_what_is_past_its_time_and_ended_is_erased(kim, case):
    keep(months=1)
    others = [make_case(kim), ended(make_case(kim), days_ago=5)]
    assert erase.func() == 1
    assert set(Case.objects.all()) == set(others)


@pytest.mark.parametrize(
    ("closed", "months", "ends"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-03-15", 60, "2031-03-15"),
    ],
)
def test_months_end_where_months_end(closed, months, ends):
    case = Case(closed_on=date.fromisoformat(closed))
    assert erasing.ends_on(case, months) == date.fromisoformat(ends)


def test_numbers_stay_right_and_the_certificate_holds_ids(client, kim, case, officer):
    second = ended(make_case(kim))
    pks = sorted([case.pk, second.pk])
    keep()
    before = {rule.slug: rule.total for rule in client.get(address("retention")).context["rules"]}
    erase_due()
    rules = client.get(address("retention")).context["rules"]
    assert {rule.slug: rule.total for rule in rules} == before
    month = case.closed_on.replace(day=1)
    tally = CaseTally.objects.get(outcome=OUTCOME)
    assert (tally.team, tally.pathway, tally.month, tally.count) == (
        case.team,
        "outreach-casework",
        month,
        2,
    )
    day = today_for(case.team)
    page = client.get(address("erased", day=day.isoformat(), language="en"))
    assert page.context["certificate"]["ids"] == pks
    assert page.context["certificate"]["rows"] > 20
    assert list(ErasedCase.objects.values_list("case_id", flat=True)) == pks
    erased = AccessEntry.objects.filter(verb="erased")
    assert sorted(int(entry.object_id) for entry in erased) == pks
    with pytest.raises(PermissionDenied):
        ErasedCase.objects.all().delete()


def test_an_interruption_leaves_whole_cases_and_the_rest_for_the_next_time(kim, case, monkeypatch):
    ended(make_case(kim), days_ago=35)
    ended(make_case(kim), days_ago=33)
    keep()
    real, calls = erasing.record, []

    def dies_at_the_second(*args, **kwargs):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(*args, **kwargs)

    monkeypatch.setattr(erasing, "record", dies_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        erase_due()
    assert (Case.objects.count(), ErasedCase.objects.count()) == (2, 1)
    assert CaseTally.objects.get().count == 1
    monkeypatch.setattr(erasing, "record", real)
    assert erase_due() == 2
    assert CaseTally.objects.get().count == 3
    assert erase_due() == 0


def test_a_case_that_was_opened_again_meanwhile_stays(kim, case, monkeypatch):
    rule = keep()
    [pk] = erasing._candidates(rule)
    Case.objects.filter(pk=pk).update(state="open", outcome="", closed_on=None)
    assert erasing._erase(pk, rule) == 0
    assert Case.objects.filter(pk=pk).exists()


def test_no_trace_is_left(case):
    keep()
    assert erase_due() == 1
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0, stdout=StringIO())
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            assert CANARY not in str(cursor.fetchall()), table
    assert CANARY not in str(getattr(cache, "_cache", {}))
    for folder in (settings.MEDIA_ROOT, settings.PDF_ROOT):
        for path in Path(folder).rglob("*"):
            assert not path.is_file() or CANARY.encode() not in path.read_bytes()


@pytest.mark.parametrize("is_interrupted", [False, True])
def test_no_trace_is_left_in_the_files(case, is_interrupted):
    assert files_with_the_canary()
    keep()
    if is_interrupted:
        erasing._erase(case.pk, Retention.objects.get())
    assert erase_due() == (not is_interrupted)
    assert nothing_is_left_soon()


def nothing_is_left_soon():
    """The job comes by again while PostgreSQL still keeps rows for somebody's transaction."""
    patience = time.monotonic() + 90  # tests beside this one are such transactions
    while files_with_the_canary() and time.monotonic() < patience:
        time.sleep(0.5)
        erase.func()
    return not files_with_the_canary()


def files_with_the_canary():
    return [path for path in files_of_the_database() if CANARY.encode() in path.read_bytes()]


def files_of_the_database():
    """Those of tables and, on SQLite, of its log; PostgreSQL's log is a matter of its backups."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return [path for path in (Path(name), Path(f"{name}-wal")) if path.exists()]
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")  # what is in memory is in the files then
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        [oid] = cursor.fetchone()
        cursor.execute("SHOW data_directory")
        [folder] = cursor.fetchone()
    return [path for path in (Path(folder) / "base" / str(oid)).iterdir() if path.is_file()]


@pytest.mark.endurance
def test_killed_in_between_each_case_is_there_or_erased_whole(kim, case, size, measured):
    keep()
    number = size(12, 200)
    bulk_cases(number - 1, case.team, kim, first=1)
    for one in Case.objects.exclude(pk=case.pk):
        ended(one)
    kills = 0
    while Case.objects.exists() and kills < size(2, 60):
        said_until_killed(ERASER, at_most=0.2)
        kills += 1
        assert Case.objects.count() + ErasedCase.objects.count() == number
        tally = CaseTally.objects.aggregate(all=Sum("count"))["all"] or 0
        assert tally == ErasedCase.objects.count()
    erase_due()
    assert ErasedCase.objects.count() == number
    assert nothing_is_left_soon()
    measured("kill -9 while cases are erased, none half erased", kills, "kills")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PRIVACY_OFFICER])
def test_nobody_else_says_how_long(client, demo, role):
    client.force_login(make_person(role))
    url = address("retention_change", outcome=OUTCOME)
    assert client.post(url, {"months": "1"}).status_code == 403
    assert not Retention.objects.exists()


def test_a_day_on_which_nothing_was_erased_has_no_certificate(client, officer):
    for day in ("2026-01-01", "yesterday"):
        assert client.get(address("erased", day=day)).status_code == 404


def test_all_that_is_held_is_one_file_to_read(client, kim, ada, case):
    client.force_login(kim)
    assert "Make the file" in client.get(address("held", case, language="en")).content.decode()
    answer = client.post(address("held_download", case, language="en"))
    assert answer.headers["Content-Disposition"] == f'attachment; filename="case-{case.pk}.pdf"'
    assert "no-store" in answer.headers["Cache-Control"]
    pages = pypdf.PdfReader(BytesIO(answer.content)).pages
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))
    for words in (case.reference, f"{CANARY} alias", f"{CANARY} covers", f"{CANARY} reason"):
        assert words in text
    for title in ("Items", "Milestones", "Consents", "Who was asked to take over", "What happened"):
        assert title in text
    assert "Who was here" not in text
    exported = AccessEntry.objects.filter(verb="exported", object_id=str(case.pk))
    assert [entry.actor_id for entry in exported] == [kim.pk]
    assert (
        reverse("cases:held", args=[case.pk])
        in client.get(address("case", case, language="en")).content.decode()
    )

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from accounts.access_log import Verb, record
from accounts.access_log.chain import first_broken
from accounts.append_only import triggers
from accounts.append_only.base import AppendOnlyError
from accounts.models import AccessEntry
from portal.settings.environment import BASE_DIR

TABLE = "accounts_accessentry"

REPLACEMENT = """
INSERT OR REPLACE INTO accounts_accessentry (id, at, verb, outcome, object_type, object_id,
    related_type, related_id, route, digest)
VALUES (%s, '2026-01-01', 'viewed', 'done', '', '', '', '', '', '')
"""


@pytest.fixture
def entries(db):
    return [record(Verb.EXPORTED, ("test.thing", number)) for number in range(3)]


def refused(statement, *values):
    with pytest.raises(DatabaseError, match="only added"), transaction.atomic():
        run(statement, *values)


def run(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_raw_sql_neither_changes_nor_deletes_an_entry(entries):
    refused("UPDATE accounts_accessentry SET verb = 'viewed' WHERE id = %s", entries[0].pk)
    refused("UPDATE accounts_accessentry SET actor_id = NULL")
    refused("DELETE FROM accounts_accessentry WHERE id = %s", entries[1].pk)
    refused("DELETE FROM accounts_accessentry")
    assert AccessEntry.objects.filter(verb=Verb.EXPORTED).count() == 3


@pytest.mark.only_on("postgresql")
def test_raw_sql_does_not_empty_the_log(entries):
    refused("TRUNCATE accounts_accessentry")
    refused("TRUNCATE accounts_accessentry CASCADE")


@pytest.mark.only_on("postgresql")
def test_the_role_that_runs_the_portal_can_only_add(entries):
    """With the rights that docs/access-log.md tells operators to give."""
    page = (BASE_DIR / "docs" / "access-log.md").read_text()
    block = page.partition("```sql")[2].partition("```")[0]
    lines = [line for line in block.splitlines() if not line.startswith("--")]
    for statement in " ".join(lines).split(";"):
        if statement.strip():
            run(statement.replace("portal_", "portal_test_").replace(" LOGIN", ""))
    run("SET LOCAL ROLE portal_test_run")
    assert record(Verb.EXPORTED).pk
    for statement in (
        "UPDATE accounts_accessentry SET actor_id = NULL",
        "DELETE FROM accounts_accessentry",
        "TRUNCATE accounts_accessentry",
        "ALTER TABLE accounts_accessentry DISABLE TRIGGER ALL",
        "DROP TRIGGER accounts_accessentry_no_delete ON accounts_accessentry",
        "DROP TABLE accounts_accessentry",
    ):
        unable = pytest.raises(DatabaseError, match=r"permission denied|must be owner")
        with unable, transaction.atomic():
            run(statement)


@pytest.mark.only_on("sqlite")
def test_an_entry_is_not_replaced_either(entries):
    refused(REPLACEMENT, 1)


def test_neither_does_the_model(entries):
    for attempt in (
        entries[0].save,
        entries[0].delete,
        AccessEntry.objects.all().delete,
        lambda: AccessEntry.objects.update(verb=Verb.VIEWED),
    ):
        with pytest.raises(AppendOnlyError):
            attempt()


def test_the_database_is_checked_for_its_triggers(entries):
    assert run_checks(tags=["database"], databases=["default"]) == []
    run(f"DROP TRIGGER {TABLE}_no_delete{on_table()}")
    [warning] = run_checks(tags=["database"], databases=["default"])
    assert f"{TABLE}_no_delete" in warning.msg
    call_command("migrate", verbosity=0)
    assert triggers.missing() == []
    refused("DELETE FROM accounts_accessentry")


def on_table():
    return f" ON {TABLE}" if connection.vendor == "postgresql" else ""


@pytest.mark.only_on("sqlite")
@pytest.mark.django_db(transaction=True)
def test_a_table_that_a_migration_remakes_is_protected_again():
    field = AccessEntry._meta.get_field("route")
    longer = type(field)(max_length=201, blank=True)
    longer.set_attributes_from_name("route")
    with connection.schema_editor() as editor:
        editor.alter_field(AccessEntry, field, longer)
    assert triggers.missing() != []
    call_command("migrate", verbosity=0)
    record(Verb.EXPORTED)
    refused("DELETE FROM accounts_accessentry")


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE accounts_accessentry SET actor_id = 7 WHERE id = %s",
        "UPDATE accounts_accessentry SET at = '2026-01-01 00:00:00' WHERE id = %s",
        "DELETE FROM accounts_accessentry WHERE id = %s",
    ],
)
def test_what_was_tampered_with_past_the_triggers_shows(entries, tampering):
    assert first_broken() is None
    for event in ("update", "delete"):
        run(f"DROP TRIGGER accounts_accessentry_no_{event}")
    run(tampering, entries[1].pk)
    assert first_broken() in (entries[1].pk, entries[2].pk)


@pytest.mark.only_on("sqlite")
def test_an_end_that_was_cut_off_shows(entries):
    run("DROP TRIGGER accounts_accessentry_no_delete")
    run("DELETE FROM accounts_accessentry WHERE id = %s", entries[2].pk)
    assert first_broken() == entries[2].pk

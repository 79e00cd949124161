"""An edition is a row that stays, whoever asks, and tells when it is not what was released."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from accounts.append_only import triggers
from accounts.append_only.base import AppendOnlyError
from pathways.document.data import document_hash
from pathways.document.pathway import pathway_document
from pathways.editions.opening import publishing
from pathways.editions.release import take_edition
from pathways.editions.trouble import BrokenEdition
from pathways.models import EditionTexts, EditionWithdrawal, PathwayEdition, PathwayPage
from tests.pathways.translating import page_in

TABLES = ("pathways_pathwayedition", "pathways_editiontexts", "pathways_editionwithdrawal")


@pytest.fixture
def edition(sample):
    """Edition 1 of the small pathway."""
    return take_edition(pathway=page_in("da", "sample", PathwayPage))


def withdraw(edition):
    return EditionWithdrawal.objects.create(edition=edition, reason="Wrong")


def test_an_edition_holds_the_pathway_as_readers_see_it(edition):
    found = PathwayEdition.objects.for_reading().get(pk=edition.pk)
    document = found.document()
    assert document == pathway_document(page_in("da", "sample", PathwayPage))
    assert document.languages == found.languages() == ("da", "en")
    assert document_hash(document) == found.hash
    assert [page.key for page in document.pages()] == ["sample", "middle", "opening", "ending"]
    assert not document.methods


def test_an_edition_is_read_with_two_queries(edition, django_assert_num_queries):
    with django_assert_num_queries(2):
        for found in PathwayEdition.objects.in_force().for_reading():
            found.document()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {} SET id = id + 100",
        "DELETE FROM {}",
        pytest.param(
            "INSERT OR REPLACE INTO {0} SELECT * FROM {0}", marks=pytest.mark.only_on("sqlite")
        ),
        pytest.param("TRUNCATE {} CASCADE", marks=pytest.mark.only_on("postgresql")),
    ],
)
def test_raw_sql_is_refused(edition, table, statement):
    withdraw(edition)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


def test_every_column_of_an_edition_is_held(edition):
    """After all migrations: none of them has remade the table and dropped its triggers."""
    names = [
        field.column
        for field in PathwayEdition._meta.concrete_fields
        if field.name not in PathwayEdition.may_be_cleared
    ]
    for name in names:
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE pathways_pathwayedition SET {name} = {name}")  # noqa: S608
    assert not triggers.missing()


def test_no_way_around_by_the_models(edition):
    with pytest.raises(AppendOnlyError):
        edition.save()
    with pytest.raises(AppendOnlyError):
        edition.delete()
    with pytest.raises(AppendOnlyError):
        PathwayEdition.objects.update(number=7)


def test_who_and_what_it_was_made_from_may_go(sample):
    user = get_user_model().objects.create_user("gone@example.org", "said-to-nobody")
    edition = take_edition(pathway=page_in("da", "sample", PathwayPage), user=user)
    user.delete()
    with publishing():
        PathwayPage.objects.get(pk=edition.pathway_id).delete()
    edition.refresh_from_db()
    assert edition.pathway is None
    assert edition.released_by is None
    assert edition.document().pathway.title["da"] == "sample (da)"


@pytest.mark.parametrize("model", [PathwayEdition, EditionTexts])
def test_what_does_not_match_its_hash_is_told(edition, model):
    """Somebody who owns the database has taken the triggers away and changed a word."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DROP TRIGGER {table}_no_update")
        else:
            cursor.execute(f"DROP TRIGGER {table}_no_update ON {table}")
        cursor.execute(
            f"UPDATE {table} SET snapshot = REPLACE(snapshot, 'pathway', 'pathwey')"  # noqa: S608
        )
    changed = PathwayEdition.objects.get(pk=edition.pk)
    with pytest.raises(BrokenEdition, match="Edition 1 of “sample”"):
        changed.document()
    call_command("migrate", verbosity=0)


def test_the_latest_number_whose_date_has_come_is_in_force(sample):
    pathway = page_in("da", "sample", PathwayPage)
    today = timezone.localdate()
    first = take_edition(pathway=pathway, effective_on=today - timedelta(days=20))
    second = take_edition(pathway=pathway, effective_on=today)
    third = take_edition(pathway=pathway, effective_on=today + timedelta(days=30))

    def in_force(on=None):
        return [edition.number for edition in PathwayEdition.objects.in_force(on)]

    assert in_force() == [second.number]
    assert in_force(today - timedelta(days=1)) == [first.number]
    assert in_force(today - timedelta(days=21)) == []
    assert in_force(today + timedelta(days=30)) == [third.number]
    assert [edition.number for edition in PathwayEdition.objects.waiting()] == [third.number]
    withdraw(second)
    assert in_force() == [first.number]
    assert [edition.number for edition in PathwayEdition.objects.of("sample")] == [3, 2, 1]


def test_two_editions_cannot_have_one_number(edition):
    values = {field.attname: getattr(edition, field.attname) for field in edition._meta.fields}
    values.pop("id")
    with pytest.raises(IntegrityError), transaction.atomic():
        PathwayEdition.objects.create(**values)


def test_whatever_is_not_editorial_says_what_changes(sample):
    with pytest.raises(IntegrityError), transaction.atomic():
        take_edition(pathway=page_in("da", "sample", PathwayPage), force="practice")


@pytest.mark.usefixtures("demo")
def test_every_pathway_of_the_demo_has_a_first_edition():
    in_force = PathwayEdition.objects.in_force().for_reading()
    assert {edition.key: edition.number for edition in in_force} == dict.fromkeys(
        PathwayPage.objects.values_list("key", flat=True), 1
    )
    for edition in in_force:
        assert edition.document() == pathway_document(edition.pathway)

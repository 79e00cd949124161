"""Pages, folders and plain data hold the same document."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from pathways.document.build import build_document
from pathways.document.compare import compare, patch
from pathways.document.data import from_data, to_data
from pathways.document.folder import read_folder, write_folder
from pathways.document.importing import import_document
from tests.pathways.documents import documents

pytestmark = [pytest.mark.django_db, pytest.mark.endurance, pytest.mark.once]


@pytest.fixture
def journeys(size):
    """Runs a journey with documents of every shape: a sample of them, or many."""

    def run(journey, *, sampled, full, number=1):
        chosen = settings(
            deadline=None,
            max_examples=size(sampled=sampled, full=full),
            suppress_health_check=list(HealthCheck),
        )
        chosen(given(*[documents()] * number)(journey))()

    return run


def test_plain_data(journeys):
    def journey(document):
        assert from_data(to_data(document)) == document

    journeys(journey, sampled=20, full=500)


def test_what_differs_is_enough_to_make_the_other(journeys):
    def journey(before, after):
        assert patch(before, compare(before, after)) == after
        assert compare(after, after) == []

    journeys(journey, sampled=15, full=500, number=2)


def test_folders(journeys, tmp_path_factory):
    def journey(document):
        folder = tmp_path_factory.mktemp("folder")
        write_folder(document, folder)
        assert read_folder(folder) == document

    journeys(journey, sampled=15, full=500)


def test_pages(journeys, tree):
    def journey(document):
        with transaction.atomic():
            import_document(document)
            assert build_document(document.key) == document
            again = import_document(document)
            assert again.created == again.updated == again.kept == []
            transaction.set_rollback(True)

    journeys(journey, sampled=6, full=200)

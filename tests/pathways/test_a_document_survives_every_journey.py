"""Pages, folders and plain data hold the same document."""

import pytest
from hypothesis import HealthCheck, given, settings

from pathways.document.build import build_document
from pathways.document.compare import compare, patch
from pathways.document.data import from_data, to_data
from pathways.document.folder import read_folder, write_folder
from pathways.document.importing import import_document
from tests.pathways.documents import documents

pytestmark = pytest.mark.django_db


@given(documents())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_plain_data(document):
    assert from_data(to_data(document)) == document


@given(documents(), documents())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_what_differs_is_enough_to_make_the_other(before, after):
    assert patch(before, compare(before, after)) == after
    assert compare(after, after) == []


def test_folders(tmp_path_factory, size):
    @given(documents())
    @settings(
        deadline=None,
        max_examples=size(sampled=40, full=400),
        suppress_health_check=list(HealthCheck),
    )
    def journey(document):
        folder = tmp_path_factory.mktemp("folder")
        write_folder(document, folder)
        assert read_folder(folder) == document

    journey()


def test_pages(tree, size):
    @given(documents())
    @settings(
        deadline=None,
        max_examples=size(sampled=12, full=200),
        suppress_health_check=list(HealthCheck),
    )
    def journey(document):
        import_document(document, theirs=True)
        assert build_document(document.key) == document
        assert import_document(document).updated == []

    journey()

"""A portal with its front page and lists, and a way to fill it."""

import pytest

from pathways.document.importing import import_document
from portal.demo.tree import make_tree
from tests.editors import editor
from tests.pathways.samples import a_pathway

__all__ = ["editor", "sample", "tree"]


@pytest.fixture
def tree(db):
    """The front page and the lists in all languages."""
    return make_tree()


@pytest.fixture
def sample(tree):
    """A small pathway in Danish and English, imported; gives its document."""
    document = a_pathway()
    import_document(document)
    return document

"""A portal with its front page and lists."""

import pytest

from portal.demo.tree import make_tree
from tests.editors import editor

__all__ = ["editor", "tree"]


@pytest.fixture
def tree(db):
    """The front page and the lists in all languages."""
    return make_tree()

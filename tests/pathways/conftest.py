"""Who works on the pages in these tests, and what was released before."""

import pytest

from pathways.editions.release import take_edition
from tests.editors import editor
from tests.pathways.releasing import the_pathway

__all__ = ["editor", "first"]


@pytest.fixture
def first(sample):
    """The first edition of the small pathway."""
    return take_edition(pathway=the_pathway())

"""What is in the databases that tests begin with: each is filled once, and copied.

A test asks for a world by a fixture (``tree``, ``sample``, ``demo``); without one it gets the bare
database, as migrations leave it. A file can have a world of its own.

pytest reads this before Django knows its models, so functions import what they need.
"""

from pathlib import Path

import pytest
from django.core.management import call_command

from portal.setup.stamps import fingerprint


def make_tree():
    """The front page and the lists in all languages."""
    from portal.demo.tree import make_tree

    make_tree()


def make_sample():
    """The lists, and a small pathway in Danish and English."""
    from wagtail.signal_handlers import disable_reference_index_auto_update

    from pathways.document.importing import import_document
    from search.keeping import indexed_later
    from tests.pathways.samples import a_pathway

    with disable_reference_index_auto_update(), indexed_later():
        make_tree()
        import_document(a_pathway())
    for index in ("rebuild_search", "rebuild_references_index"):  # as the worker would
        call_command(index, verbosity=0)


def make_demo():
    """All that a newcomer finds."""
    call_command("load_demo", verbosity=0)


LARGEST = "demo"
# In the order of what they hold: a test that asks for two gets the later one.
WORLDS = {"bare": lambda: None, "tree": make_tree, "sample": make_sample, LARGEST: make_demo}


def own_world(make):
    """Make a fixture of a function that fills an empty database once for the tests of its file."""
    assert make.__name__ not in WORLDS, f"There is a world “{make.__name__}” already"
    WORLDS[make.__name__] = make

    def begin_there(db):
        pass

    begin_there.__doc__ = make.__doc__
    return pytest.fixture(name=make.__name__)(begin_there)


def name_of(world):
    """What its copies are called: a world of a file's own is another when the file changes."""
    file = Path(WORLDS[world].__code__.co_filename)
    return world if file == Path(__file__) else f"{world}_{fingerprint([file])[:8]}"

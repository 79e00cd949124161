"""Ready-made databases: each is filled once, and a test begins with a copy of it.

A test asks for a world by a fixture (``tree``, ``sample``, ``demo``); without one it gets the bare
database, as migrations leave it. A copy is kept until a test has really written to it.

pytest reads this before Django knows its models, so functions import what they need.
"""

import fcntl
import itertools
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import TestCase, TransactionTestCase

from portal.setup.stamps import fingerprint
from tests.databases import databases_of_this_kind
from tests.kept_worlds import kept_folder


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
    WORLDS[make.__name__] = make

    def begin_there(db):
        pass

    begin_there.__doc__ = make.__doc__
    return pytest.fixture(name=make.__name__)(begin_there)


def name_of(world):
    """What its copies are called: a world of a file's own is another when the file changes."""
    file = Path(WORLDS[world].__code__.co_filename)
    return world if file == Path(__file__) else f"{world}_{fingerprint([file])[:8]}"


class Worlds:
    """Points the connection at a clean copy of the world that a test asks for."""

    def __init__(self, shared):
        self.base = connection.settings_dict["NAME"]
        self.shared = shared
        self.databases = databases_of_this_kind(shared, self.base)
        self.clean = {}
        self.numbers = itertools.count(1)

    def enter(self, world):
        """Go on in a copy that no test has written to."""
        if self.clean.get(world) == connection.settings_dict["NAME"]:
            return
        connection.close()
        if world not in self.clean:
            template = self.make(world)
            self.clean[world] = self.databases.own(f"{world}_{next(self.numbers)}")
            self.databases.copy(template, self.clean[world])
        self._use(self.clean[world])
        # Django would put what migrations made into a copy that has it.
        connection._test_serialized_contents = "[]"

    def make(self, world):
        """Fill the world if it is not there yet; gives the name of its template."""
        connection.close()  # or what it wrote last is beside the file, not in it
        template = self.databases.template(name_of(world))
        with self._alone(world):
            if not self.databases.exists(template):
                self._make(world, template)
        return template

    def spoil(self, world):
        """A test has written to this copy and committed it."""
        connection.close()
        name = self.clean.pop(world)
        self._use(self.base)
        self.databases.drop(name)

    def leave(self):
        """Back to what Django made and will remove."""
        for world in list(self.clean):
            self.spoil(world)
        connection.close()
        self._use(self.base)

    def _make(self, world, template):
        connection.close()  # what is not in the file yet would not be copied
        unfinished = self.databases.own("unfinished")
        self.databases.copy(self.base, unfinished)
        self._use(unfinished)
        WORLDS[world]()
        connection.close()
        self._use(self.base)
        self.databases.rename(unfinished, template)

    def _use(self, name):
        connection.settings_dict["NAME"] = name

    @contextmanager
    def _alone(self, world):
        """The parallel processes share what is made."""
        with (self.shared / f"{world}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def pytest_collection_modifyitems(items):
    """Tell each test, or a class of them, in which world it begins and whether it spoils it."""
    for item in items:
        if not _asks_the_database(item):
            continue
        asked = [world for world in WORLDS if world in item.fixturenames]
        item.its_world = (asked[-1] if asked else "bare", _commits(item))
        if item.cls:
            assert getattr(item.cls, "its_world", item.its_world) == item.its_world, item.nodeid
            item.getparent(pytest.Class).its_world = item.cls.its_world = item.its_world
        item.fixturenames.insert(0, "_in_its_world")
    _in_good_order(items)


def _in_good_order(items):
    """Begin with the largest world; what needs no database goes on while one is made.

    Then come long tests that do without that world, so that none is left alone at the end.
    """
    asks = [item for item in items if LARGEST in item.fixturenames]

    def turn(item):
        if not _asks_the_database(item):
            return 0
        return 2 if item in asks or not item.get_closest_marker("endurance") else 1

    items.sort(key=turn)
    if asks:
        items.remove(asks[0])
        items.insert(0, asks[0])


def _asks_the_database(item):
    fixtures = {"db", "transactional_db", "live_server"} & set(item.fixturenames)
    return fixtures or item.get_closest_marker("django_db") or _is_djangos(item)


def _is_djangos(item):
    return item.cls is not None and issubclass(item.cls, TransactionTestCase)


def _commits(item):
    """A test that commits throws its copy away; Django need not empty it."""
    marker = item.get_closest_marker("django_db")
    return (
        bool({"transactional_db", "live_server"} & set(item.fixturenames))
        or bool(marker and marker.kwargs.get("transaction"))
        or (_is_djangos(item) and not issubclass(item.cls, TestCase))
    )


@pytest.fixture(scope="session")
def shared_folder(request, tmp_path_factory):
    """Where the parallel processes of a run find each other's work; kept between runs or not."""
    if kept_folder():
        return kept_folder()
    base = tmp_path_factory.getbasetemp()
    return base.parent if hasattr(request.config, "workerinput") else base


@pytest.fixture(scope="session")
def first_to_migrate(shared_folder):
    """Held by the process that migrates, until others can begin with a copy of what it made."""
    with (shared_folder / "migrating.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


@pytest.fixture(scope="session")
def django_db_keepdb(
    django_db_modify_db_settings, django_db_blocker, shared_folder, first_to_migrate
):
    """Begin with the migrated database of another process or an earlier run, where there is one."""
    name = connection.settings_dict["TEST"]["NAME"]
    if name is None:  # one process on PostgreSQL
        return False
    databases = databases_of_this_kind(shared_folder, name)
    with django_db_blocker.unblock():
        for made in map(databases.template, ("bare", "migrated")):
            if databases.exists(made):
                databases.copy(made, name)
                return True
    return False


@pytest.fixture(scope="session")
def worlds(django_db_setup, django_db_blocker, shared_folder, first_to_migrate):
    """The worlds of this run."""
    with django_db_blocker.unblock():
        worlds = Worlds(shared_folder)
        worlds.make("bare")
    fcntl.flock(first_to_migrate, fcntl.LOCK_UN)
    # Emptying what is thrown away would only cost time.
    TransactionTestCase._fixture_teardown = lambda self: None
    yield worlds
    with django_db_blocker.unblock():
        worlds.leave()


@pytest.fixture(scope="class")
def _in_its_world(request, worlds, django_db_blocker):
    """Comes before all other fixtures, also those of a TestCase's class."""
    world, is_spoilt = request.node.its_world
    with django_db_blocker.unblock():
        worlds.enter(world)
    yield
    if is_spoilt:
        with django_db_blocker.unblock():
            worlds.spoil(world)


@pytest.fixture
def tree(db):
    """The front page and the lists in all languages; gives the English front page."""
    from home.models import HomePage

    return HomePage.objects.get(locale__language_code="en")


@pytest.fixture
def sample(db):
    """A small pathway in Danish and English, imported; gives its document."""
    from tests.pathways.samples import a_pathway

    return a_pathway()


@pytest.fixture
def demo(db):
    """The demo content."""


@pytest.fixture
def demo_server(demo, live_server):
    """A running site with the demo content, for tests with a browser; gives its address."""
    return live_server.url

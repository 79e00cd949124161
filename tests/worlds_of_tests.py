"""In which world each test begins, in which order they come, and who fills a world first."""

import fcntl

import pytest
from django.db import connection
from django.test import TestCase, TransactionTestCase

from tests.databases import databases_of_this_kind
from tests.kept_worlds import kept_folder
from tests.world_copies import Worlds
from tests.worlds import LARGEST, WORLDS


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

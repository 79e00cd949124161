"""What all tests share: the browser, sizes, measurements, and no silent skipping."""

import os

import pytest
from django.core.cache import cache
from django.db import connection

from portal.setup import services

# Playwright's loop runs in the thread of the test; Django would take that for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

pytest_plugins = ["tests.demo", "tests.measuring"]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Deselect what is about another database; skip what needs a browser that is not here.

    Whatever empties the database comes last: pytest puts tests that share a browser side by side,
    also those that Django would have put behind all others.
    """
    elsewhere = [item for item in items if _is_about_another_database(item)]
    items[:] = [item for item in items if item not in elsewhere]
    config.hook.pytest_deselected(items=elsewhere)
    for item in items:
        if _needs_real_transactions(item):
            # They empty the database; this puts back what migrations made: root page, groups.
            marker = pytest.mark.django_db(transaction=True, serialized_rollback=True)
            item.add_marker(marker, append=False)
        elif "demo_server" in item.fixturenames:
            item.add_marker(pytest.mark.django_db)  # or there is no test database at all
        if {"demo", "demo_server"} & set(item.fixturenames):
            # A file stays in one of the parallel processes, which then loads the content once.
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
        if item.get_closest_marker("browser") and not services.chromium():
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))
    yield
    items.sort(
        key=lambda item: (_needs_real_transactions(item), "demo_server" in item.fixturenames)
    )


def _needs_real_transactions(item):
    marker = item.get_closest_marker("django_db")
    return "live_server" in item.fixturenames or bool(marker and marker.kwargs.get("transaction"))


def _is_about_another_database(item):
    marker = item.get_closest_marker("only_on")
    return marker is not None and connection.vendor not in marker.args


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Where everything must run (CI), a skipped test is a failed one."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and here nothing may be: {call.excinfo}"


@pytest.fixture(autouse=True)
def _cache_starts_empty():
    """Wagtail remembers in the cache where sites begin; a test's site ends with the test."""
    cache.clear()


@pytest.fixture(scope="session")
def _initial_data(django_db_setup):
    return getattr(connection, "_test_serialized_contents", None)


@pytest.fixture(scope="session")
def playwright(_initial_data, playwright):
    """Playwright's loop has a database connection of its own, which must know the initial data."""
    connection._test_serialized_contents = _initial_data
    yield playwright
    connection.close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {
        **browser_type_launch_args,
        "executable_path": services.chromium(),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
        ],
    }

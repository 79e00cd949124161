"""What all tests share: the browser, sizes, measurements, and no silent skipping."""

import gc
import os

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from playwright.sync_api import expect

from portal.setup import services

# Playwright's loop runs in the thread of the test; Django would take that for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# A machine that is busy with other tests may take its time.
expect.set_options(timeout=30_000)

pytest_plugins = ["tests.worlds_of_tests", "tests.measuring"]


def pytest_collection_modifyitems(config, items):
    """Deselect what is about another database; skip what needs a browser that is not here."""
    elsewhere = [item for item in items if _is_about_another_database(item)]
    items[:] = [item for item in items if item not in elsewhere]
    config.hook.pytest_deselected(items=elsewhere)
    for item in items:
        if item.get_closest_marker("browser") and not services.chromium():
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def pytest_collection_finish():
    """What is loaded by now stays; looking through it for garbage took a sixth of the time."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 50)


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
def _language_is_nobodys():
    """What a request of the test before has activated ends with it."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def _cache_starts_empty():
    """Wagtail remembers in the cache where sites begin; a test's site ends with the test."""
    cache.clear()


@pytest.fixture(scope="session")
def playwright(worlds, playwright):
    """Playwright's loop has a database connection of its own."""
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

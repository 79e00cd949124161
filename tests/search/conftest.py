import os

import pytest
from modelsearch.backends import get_search_backend
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from tests.search.judging import index_again


@pytest.fixture(autouse=True)
def _indexed_at_once(settings):
    """No worker runs beside a test."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def home(db):
    """An English site that has its front page and nothing else."""
    Site.objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    root = Page.objects.get(depth=1)
    locale = Locale.objects.get_or_create(language_code="en")[0]
    home = root.add_child(instance=HomePage(title="Front page", slug="front", locale=locale))
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    return home


@pytest.fixture
def add():
    """`add(parent, title, **fields)`: one more page below a page."""

    def add_page(parent, title, **fields):
        fields.setdefault("slug", title.lower().replace(" ", "-"))
        return parent.add_child(instance=Page(title=title, locale=parent.locale, **fields))

    return add_page


def engines():
    """The database's own, and a real Elasticsearch where the run has started one."""
    return ["database", *(["elasticsearch"] if os.environ.get("TEST_ELASTICSEARCH_URL") else [])]


def pytest_collection_modifyitems(config, items):
    """Deselect what needs an Elasticsearch where the run has none; that is said by its start."""
    if "elasticsearch" not in engines():
        elsewhere = [item for item in items if item.get_closest_marker("elasticsearch")]
        items[:] = [item for item in items if item not in elsewhere]
        config.hook.pytest_deselected(items=elsewhere)


def elasticsearch(prefix):
    """The setting that puts the site on the run's Elasticsearch."""
    return {
        "default": {
            "BACKEND": "search.backends.elasticsearch",
            "URL": os.environ["TEST_ELASTICSEARCH_URL"],
            "PREFIX": f"{prefix}-{os.environ.get('PYTEST_XDIST_WORKER', 'gw0')}-",
        }
    }


@pytest.fixture(params=engines())
def engine(request, db, settings):
    """The back end of an engine, which the site then uses, with what the database holds."""
    if request.param == "database":
        yield get_search_backend()
        return
    settings.WAGTAILSEARCH_BACKENDS = elasticsearch("test")
    get_search_backend().engine.clear()
    index_again()
    yield get_search_backend()
    get_search_backend().engine.clear()


def front_in(language, home):
    """The front page of another language."""
    if language == home.locale.language_code:
        return home
    locale = Locale.objects.get_or_create(language_code=language)[0]
    front = HomePage(title=f"Front page {language}", slug=f"front-{language}", locale=locale)
    return home.get_parent().add_child(instance=front)

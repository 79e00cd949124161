import pytest
from wagtail.models import Locale, Page, Site

from home.models import HomePage


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

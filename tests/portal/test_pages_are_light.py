"""Pages are light enough for a phone in a stairwell, and style sheets are kept in small parts."""

import gzip
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from portal.storage import WholeStyleSheetStorage

pytestmark = pytest.mark.once

KB = 1024
STATIC = settings.BASE_DIR / "portal" / "static" / "portal"
KINDS = [
    "home.HomePage",
    "home.InformationPage",
    "pathways.PathwayIndexPage",
    "pathways.PathwayPage",
    "pathways.PhasePage",
    "pathways.StepPage",
    "pathways.MethodPage",
    "pathways.DocumentTemplatePage",
    "pathways.ArticlePage",
]
SHEET = re.compile(r'<link rel="stylesheet"[^>]* href="/static/([^"]+)"')
SCRIPT = re.compile(r'<script[^>]* src="/static/([^"]+)"')


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Our own static files as collectstatic leaves them."""
    target = WholeStyleSheetStorage(
        location=tmp_path_factory.mktemp("static"), base_url=settings.STATIC_URL
    )
    paths = {}
    for finder in get_finders():
        for path, storage in finder.list([]):
            if path.startswith("portal/"):
                paths[path] = (storage, path)
                with storage.open(path) as file:
                    target.save(path, file)
    failed = [found for found in target.post_process(paths) if isinstance(found[2], Exception)]
    assert not failed
    return target


def weight(collected, name):
    return len(gzip.compress(collected.open(collected.stored_name(name)).read()))


def test_all_scripts_together(collected, measured):
    names = [f"portal/js/{path.name}" for path in (STATIC / "js").glob("*.js")]
    total = sum(weight(collected, name) for name in names)
    measured("all scripts, compressed", round(total / KB, 1), "KB")
    assert total <= 15 * KB


def test_all_fonts_together():
    assert sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2")) <= 60 * KB


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_with_its_styles_and_scripts(demo, client, collected, kind, measured):
    """The heaviest page of each kind."""
    pages = apps.get_model(kind).objects.live()
    heaviest = max((client.get(page.url).content for page in pages), key=len)
    html = heaviest.decode()
    parts = SHEET.findall(html) + SCRIPT.findall(html)
    assert parts
    total = len(gzip.compress(heaviest)) + sum(weight(collected, name) for name in parts)
    measured(f"a {kind.rpartition('.')[2]} with styles and scripts", round(total / KB, 1), "KB")
    assert total <= 60 * KB


def test_a_style_sheet_comes_in_one_file(collected):
    sheet = collected.open(collected.stored_name("portal/css/components/line.css")).read().decode()
    assert ".stop__mark" in sheet
    assert "@import" not in sheet


@pytest.mark.parametrize("path", sorted(STATIC.rglob("*.css")), ids=lambda path: path.name)
def test_a_style_sheet_is_small_and_knows_its_layer(path):
    text = path.read_text()
    assert len(text.splitlines()) <= 400
    outside = re.sub(r"/\*.*?\*/|@import [^;]+;|@font-face \{[^}]*\}", "", text, flags=re.DOTALL)
    assert re.match(r"(@layer [a-z, ]+;\s*)?(@layer [a-z]+ \{|$)", outside.strip())
    assert "url(" not in text or path.name == "tokens.css", "parts hold no relative address"

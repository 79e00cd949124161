"""sitemap.xml and robots.txt."""

from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from pathways.document.importing import import_document
from pathways.models import MethodPage, PathwayPage
from tests.pathways.samples import a_pathway, a_step

pytestmark = [pytest.mark.django_db, pytest.mark.once]
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def listed(client):
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    root = ET.fromstring(response.content)  # noqa: S314
    return {
        url.find("s:loc", NAMES).text: {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in root.findall("s:url", NAMES)
    }


def test_a_page_is_listed_with_its_other_languages(tree, client):
    import_document(a_pathway())
    found = listed(client)
    danish = PathwayPage.objects.get(locale__language_code="da")
    english = PathwayPage.objects.get(locale__language_code="en")
    both = {"da": f"http://testserver{danish.url}", "en": f"http://testserver{english.url}"}
    assert found[both["da"]] == found[both["en"]] == both
    assert found["http://testserver/fi/"].keys() == {"nb", "da", "fi", "en"}
    with override("da"):
        assert f"http://testserver{reverse('pathways:term', args=['contact'])}" in found


def test_what_is_not_public_is_not_listed(tree, client):
    import_document(a_pathway())
    draft = MethodPage.objects.get(locale__language_code="da")
    draft.unpublish()
    closed = PathwayPage.objects.get(locale__language_code="da")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    found = listed(client)
    assert not [address for address in found if closed.url in address or draft.url in address]


def test_the_list_costs_as_much_for_many_pages_as_for_few(tree, client):
    listed(client)
    with CaptureQueriesContext(connection) as few:
        listed(client)
    import_document(a_pathway(*[a_step(f"step-{n}") for n in range(12)]))
    with CaptureQueriesContext(connection) as many:
        listed(client)
    assert len(many) <= len(few) + 1
    assert len(many) <= 12


def test_robots_are_told_where_the_list_is(db, client):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    text = response.content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text


def test_the_way_back_up_is_marked_for_search_engines(tree, client):
    import_document(a_pathway())
    page = PathwayPage.objects.get(locale__language_code="en")
    html = client.get(page.url).content.decode()
    assert 'itemtype="https://schema.org/BreadcrumbList"' in html
    assert f'itemprop="item"><span itemprop="name">{page.get_parent().title}</span>' in html

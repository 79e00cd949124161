"""A feed of changes for each pathway, in each language."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone

from pathways.models import MethodPage, PathwayPage, StepPage
from tests.pathways.samples import said

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "/{}/feeds/sample.atom"


def entries(client, language="da"):
    response = client.get(ADDRESS.format(language))
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    root = ET.fromstring(response.content)  # noqa: S314
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    return root.findall(f"{ATOM}entry")


def titles(found):
    return [entry.find(f"{ATOM}title").text for entry in found]


def test_it_names_the_pages_of_the_pathway_and_the_guidance_it_leads_to(sample, client):
    named = " ".join(titles(entries(client)))
    for words in ("sample", "middle", "opening", "ending", "listening"):
        assert f"{words} (da)" in named
    assert said("opening", ("en",))["en"] in " ".join(titles(entries(client, "en")))


def test_the_page_that_was_published_last_comes_first_and_as_changed(sample, client):
    page = StepPage.objects.get(key="ending", locale__language_code="da")
    before = entries(client)
    StepPage.objects.filter(pk=page.pk).update(
        last_published_at=timezone.now() + timedelta(days=1), title="Anew"
    )
    found = entries(client)
    assert titles(found)[0].endswith("Anew")
    assert titles(found)[0] != titles(before)[0]
    link = found[0].find(f"{ATOM}link").get("href")
    assert link == f"http://testserver{page.url}"
    old = {entry.find(f"{ATOM}id").text for entry in before}
    assert found[0].find(f"{ATOM}id").text not in old


def test_what_is_not_published_is_not_told(sample, client):
    MethodPage.objects.get(key="listening", locale__language_code="da").unpublish()
    assert "listening" not in " ".join(titles(entries(client)))


@pytest.mark.parametrize("address", ["/da/feeds/none.atom", "/fi/feeds/sample.atom"])
def test_there_is_none_where_there_is_no_pathway(sample, client, address):
    assert client.get(address).status_code == 404


def test_a_feed_reader_finds_it_on_every_page_of_the_pathway(sample, client):
    link = '<link rel="alternate" type="application/atom+xml" title="'
    for model in (PathwayPage, StepPage):
        page = model.objects.filter(locale__language_code="en").first()
        html = client.get(page.url).content.decode()
        assert link in html
        assert 'href="/en/feeds/sample.atom"' in html
    method = MethodPage.objects.filter(locale__language_code="en").first()
    assert link not in client.get(method.url).content.decode()

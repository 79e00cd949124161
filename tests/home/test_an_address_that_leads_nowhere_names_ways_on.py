"""The 404 page: in a sensible language, at the address that was asked for, with ways on."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pathways.document.importing import import_document
from pathways.models import PathwayIndexPage, PathwayPage
from tests.pathways.samples import a_pathway

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def danish(tree):
    """A pathway in Danish and English; none in Finnish."""
    import_document(a_pathway())
    return PathwayPage.objects.get(locale__language_code="da")


def ask(client, address, language="en"):
    response = client.get(address, headers={"accept-language": language})
    assert response.status_code == 404
    html = response.content.decode()
    return html, re.search(r"<main.*?</main>", html, re.DOTALL)[0]


def test_an_unknown_language_is_answered_in_the_browsers(danish, client):
    html, _main = ask(client, "/sv/arbejdsgange/", "fi")
    assert '<html lang="fi">' in html
    assert 'href="/fi/"' in html


def test_a_page_that_the_language_lacks_is_offered_in_those_that_have_it(danish, client):
    address = danish.url.replace("/da/", "/fi/")
    html, main = ask(client, address)
    assert '<html lang="fi">' in html
    assert f'<a href="{danish.url}" hreflang="da"><span lang="da">' in main
    assert 'hreflang="en"' in main


def test_a_page_that_has_another_address_in_the_language_is_offered_in_it_first(danish, client):
    _html, main = ask(client, danish.url.replace("/da/", "/en/"))
    english = danish.get_translations().get(locale__language_code="en")
    assert main.index(f'href="{english.url}"') < main.index(f'href="{danish.url}"')


def test_a_language_that_was_left_out_is_no_dead_end(danish, client):
    _html, main = ask(client, danish.url.removeprefix("/da"))
    assert f'href="{danish.url}"' in main


def test_an_unknown_pathway_leads_to_the_list(danish, client):
    _html, main = ask(client, "/da/arbejdsgange/findes-ikke/trin/")
    assert f'href="{PathwayIndexPage.objects.get(locale__language_code="da").url}"' in main


def test_nothing_is_told_of_pages_that_are_not_published(danish, client):
    danish.unpublish()
    _html, main = ask(client, danish.url)
    assert danish.title not in main


def test_a_long_and_odd_address_is_cheap(tree, client):
    for address in ("/da/" + "x/" * 900, "/da/%00/", "/da/%F0%9F%9A%82/<script>/"):
        with CaptureQueriesContext(connection) as asked:
            html, _main = ask(client, address)
        assert "<script>/" not in html
        assert len(asked) <= 15

"""Four kinds of readers find their way from the front page, and see what changed lately."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from home.models import InformationPage
from pathways.document.importing import import_document
from pathways.document.nodes import Document, Pathway, Phase
from pathways.models import MethodPage, StepPage
from tests.pathways.samples import a_pathway, a_step, named

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LANGUAGES = ["nb", "da", "fi", "en"]


def main_of(client, address):
    html = client.get(address).content.decode()
    return re.search(r"<main.*?</main>", html, re.DOTALL)[0]


def footer_of(client, address):
    return client.get(address).content.decode().split('<footer class="site-footer"')[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_reader_is_led_to_a_page_of_their_own(tree, client, language):
    main = main_of(client, f"/{language}/")
    pages = InformationPage.objects.filter(locale__language_code=language)
    for purpose in InformationPage.READERS:
        page = pages.get(purpose=purpose)
        assert f'<a href="{page.url}">{page.title}</a>' in main
        assert page.summary in main


def test_a_page_that_a_language_lacks_is_offered_in_a_language_beside_it(tree, client):
    InformationPage.objects.get(purpose="partners", locale__language_code="nb").unpublish()
    danish = InformationPage.objects.get(purpose="partners", locale__language_code="da")
    assert f'<a href="{danish.url}" hreflang="da"><span lang="da">' in main_of(client, "/nb/")


def test_pathways_are_there_and_an_empty_portal_says_what_will_come(tree, client):
    assert "No pathway is published yet" in main_of(client, "/en/")
    import_document(a_pathway())
    assert "sample (en)" in main_of(client, "/en/")


def test_a_first_import_is_told_in_a_few_lines(tree, client):
    import_document(a_pathway(*[a_step(f"step-{n}") for n in range(20)]))
    changes = main_of(client, "/en/").split('<dl class="changes">')[1].split("</dl>")[0]
    assert changes.count("<dd>") == 2  # the pathway with its pages, and one method
    assert "22 new pages" in changes
    assert "Method, new" in changes


def test_what_was_published_last_is_told_first_and_as_changed(tree, client):
    import_document(a_pathway())
    tomorrow = timezone.now() + timedelta(days=1)
    step = StepPage.objects.get(key="ending", locale__language_code="en")
    Page.objects.filter(pk=step.pk).update(last_published_at=tomorrow)
    changes = main_of(client, "/en/").split('<dl class="changes">')[1]
    first = changes.split("</dd>")[0]
    assert step.url in first
    assert "Step, changed" in first
    assert f'datetime="{timezone.localdate(tomorrow):%Y-%m-%d}"' in first


def test_a_long_list_shows_its_first_pages_and_leads_to_the_rest(tree, client):
    document = a_pathway(languages=("en",))
    more = [
        replace(document.methods[0], key=f"m{n}", title={"en": f"Way {n}"}, slug={"en": f"way-{n}"})
        for n in range(8)
    ]
    import_document(replace(document, methods=(*document.methods, *more)))
    main = main_of(client, "/en/")
    assert "Show all 9" in main
    assert "Way 7" not in main.split('id="methodpage-heading"')[1].split("</ul>")[0]


def test_the_foot_of_every_page_leads_to_accessibility_and_privacy(tree, client):
    for address in ("/fi/", "/fi/search/", "/fi/nowhere/"):
        footer = footer_of(client, address)
        for purpose in InformationPage.ABOUT:
            page = InformationPage.objects.get(purpose=purpose, locale__language_code="fi")
            assert f'href="{page.url}"' in footer


def test_pages_for_readers_do_not_fill_the_menu(tree, client):
    menu = client.get("/en/").content.decode().split('class="menu"')[1].split("</nav>")[0]
    assert menu.count("<li>") == 4


def test_a_language_that_a_page_lacks_is_reached_by_its_front_page(tree, client):
    import_document(a_pathway(languages=("da",)))
    footer = footer_of(client, MethodPage.objects.get().url)
    assert 'href="/nb/" lang="nb" hreflang="nb">Norsk bokmål: ' in footer
    assert 'href="/da/" lang' not in footer


def test_the_front_page_asks_the_database_little(tree, client):
    import_document(a_pathway())
    client.get("/en/")
    with CaptureQueriesContext(connection) as few:
        client.get("/en/")
    import_document(a_pathway(*[a_step(f"step-{n}") for n in range(12)]))
    with CaptureQueriesContext(connection) as many:
        client.get("/en/")
    assert len(many) <= len(few) <= 28


def test_what_is_in_the_readers_language_comes_first(tree, client):
    import_document(a_pathway(languages=("da",), key="danish"))
    import_document(another_language())
    main = main_of(client, "/en/")
    assert main.index("english (en)") < main.index("danish (da)")


def another_language():
    pathway = Pathway(**named("english", ("en",)), phases=(Phase(**named("phase", ("en",))),))
    return Document(key="english", source_language="en", languages=("en",), pathways=(pathway,))

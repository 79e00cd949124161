"""Whatever the pages show at the moment: its date has come, so its words are read."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from pathways.document.pathway import pathway_document
from pathways.models import (
    EditionOnPages,
    EditionWithdrawal,
    PathwayPage,
    PhasePage,
)
from pathways.pdf.book import make_book
from pathways.pdf.mark import mark_of
from tests.pathways.editions import an_edition, changed
from tests.pathways.samples import said
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_remembered():
    cache.clear()


@pytest.fixture
def document(sample):
    return pathway_document(page_in("da", "sample", PathwayPage))


def change(pages):
    """A deadline, a word, a step that is gone and one that is new."""
    phase = pages["middle"]
    pages["sample"]["summary"] |= {"da": "ny", "en": "fresh"}
    pages["opening"]["items"][0]["due"]["amount"] = 7
    phase["title"] |= {"da": "ny fase", "en": "fresh phase"}
    fresh = {"key": "fresh", "title": said("fresh"), "slug": said("fresh")}
    phase["steps"] = [pages["opening"], fresh]


@pytest.fixture
def behind(document):
    """Edition 2 is in force; the pages still show edition 1."""
    first = an_edition(document, 1, effective_on=timezone.localdate() - timedelta(days=9))
    EditionOnPages.objects.create(key="sample", edition=first)
    return an_edition(changed(document, change), 2, force="practice", change_note="Faster")


def read(client, page):
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", ["da", "en"])
def test_its_words_stand_at_the_address_of_the_page(behind, client, language):
    step = read(client, page_in(language, "opening"))
    within = {"da": "Inden for 7 arbejdsdage", "en": "Within 7 working days"}
    assert within[language] in step
    assert {"da": "ny fase", "en": "fresh phase"}[language] in step
    assert 'data-tick="opening-first"' in step
    pathway = read(client, page_in(language, "sample", PathwayPage))
    assert f"fresh ({language})" in pathway
    assert f"ending ({language})" not in pathway
    assert page_in(language, "opening").url in pathway
    assert {"da": "ny fase", "en": "fresh phase"}[language] in read(
        client, page_in(language, "middle", PhasePage)
    )


def test_a_step_that_it_does_not_have_is_gone_and_a_new_one_is_found(behind, client):
    assert client.get(page_in("en", "ending").url).status_code == 404
    pathway = read(client, page_in("en", "sample", PathwayPage))
    address = "/en/editions/sample/2/step/fresh/"
    assert f'href="{address}"' in pathway
    assert "fresh (en)" in client.get(address).content.decode()


def test_pages_that_show_it_are_read_as_they_stand(behind, client):
    EditionOnPages.objects.update(edition=behind)
    assert "Within 2 working days" in read(client, page_in("en", "opening"))


def test_one_whose_date_has_not_come_is_not_read(document, client):
    EditionOnPages.objects.create(key="sample", edition=an_edition(document))
    tomorrow = timezone.localdate() + timedelta(days=1)
    an_edition(changed(document, change), 2, effective_on=tomorrow)
    assert "Within 2 working days" in read(client, page_in("en", "opening"))


def test_with_none_in_force_there_is_nothing_to_read(document, client):
    edition = an_edition(document)
    EditionOnPages.objects.create(key="sample", edition=edition)
    EditionWithdrawal.objects.create(edition=edition, reason="Wrong")
    for page in (page_in("en", "opening"), page_in("en", "sample", PathwayPage)):
        assert client.get(page.url).status_code == 404


def test_a_pathway_without_editions_is_read_as_it_stands(sample, client):
    answer = client.get(page_in("en", "opening").url)
    assert answer.status_code == 200
    assert answer.context["edition"] is None


def test_a_page_says_what_changed_with_it(behind, client):
    EditionOnPages.objects.update(edition=behind)
    step = client.get(page_in("en", "opening").url)
    note = step.context["edition"]
    assert (note.number, note.here) == (2, ["Deadline"])
    assert note.changes.url == "/en/editions/sample/1-2/#differs-step-opening"
    assert "Changed with edition 2" in step.content.decode()
    pathway = client.get(page_in("en", "sample", PathwayPage).url)
    assert pathway.context["edition"].here == ["Wording"]
    assert "What changed since edition 1" in pathway.content.decode()


def test_a_page_on_which_nothing_changed_says_nothing(document, client):
    an_edition(document, 1, effective_on=timezone.localdate() - timedelta(days=9))
    second = an_edition(changed(document, lambda p: p["ending"]["title"].update(da="x")), 2)
    EditionOnPages.objects.create(key="sample", edition=second)
    answer = client.get(page_in("en", "opening").url)
    assert answer.context["edition"].here == []
    assert "changed-here" not in answer.content.decode()


def test_few_queries_whatever_is_in_force(behind, client, django_assert_max_num_queries):
    EditionOnPages.objects.update(edition=behind)
    for page in (
        page_in("en", "sample", PathwayPage),
        page_in("en", "middle", PhasePage),
        page_in("en", "opening"),
    ):
        client.get(page.url)
        with django_assert_max_num_queries(20):
            client.get(page.url)


def test_the_feed_and_the_front_page_tell_of_it(behind, client):
    first, second = ("/en/editions/sample/1-2/", "Edition 2: Faster")
    feed = client.get("/en/feeds/sample.atom").content.decode()
    assert f"sample (en): {second}" in feed
    assert first in feed
    assert "Deadline" in feed
    html = client.get("/en/").content.decode()
    assert first in html
    assert second in html


def test_a_closed_pathway_is_not_told_of(behind, client):
    page = page_in("da", "sample", PathwayPage)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    page = page_in("en", "sample", PathwayPage)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Edition 2" not in client.get("/en/").content.decode()
    assert client.get("/en/feeds/sample.atom").status_code == 404


def test_all_that_is_made_of_the_pathway_follows(behind, client):
    """Who does what, dates worked out, and the book that the PDF is made of."""
    who = client.get("/en/who-does-what/sample/").content.decode()
    assert "fresh phase" in who
    assert "ending (en)" not in who
    asked = {"day": "2026-05-29", "country": "DK", "milestone": "started"}
    dates = client.get("/en/deadlines/sample/", asked).content.decode()
    assert "do opening-first (en)" in dates
    assert "10 June 2026" in dates  # seven working days; 5 June is a day off
    request = RequestFactory().get("/")
    with override("en"):
        pathway = page_in("en", "sample", PathwayPage)
        book = make_book(pathway, request)
        marks = {mark_of(pathway), mark_of(pathway)}
        assert len(marks) == 1
        EditionOnPages.objects.update(edition=behind)
        assert mark_of(pathway) not in marks
    [phase] = book.parts
    assert phase.title == "fresh phase"
    assert [step.title for step in phase.parts] == ["opening (en)", "fresh (en)"]
    assert "Within 7 working days" in phase.parts[0].html
    assert [method.title for method in book.methods] == ["listening (en)"]

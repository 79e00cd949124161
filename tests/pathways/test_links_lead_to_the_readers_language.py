"""A step in one language that refers to a page of another shows the page in its own."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from pathways.models import MethodPage
from pathways.reading.step import step_view
from tests.pathways.translating import change_item, page_in

pytestmark = pytest.mark.django_db


def guidance_of(language):
    page = page_in(language, "opening")
    request = RequestFactory().get("/", headers={"host": "localhost"})
    Site.find_for_request(request)
    return step_view(page, request).items[0].guidance


@pytest.mark.parametrize("referred_to", ["da", "en"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_both_ways(sample, referred_to, language):
    method = page_in(referred_to, "listening", MethodPage)
    change_item("opening-first", guidance=method)
    link = guidance_of(language)
    assert (link.title, link.lang) == (f"listening ({language})", "")
    assert f"/{language}/" in link.url


def test_a_page_that_the_language_lacks_is_offered_in_another_and_marked(sample):
    page_in("en", "listening", MethodPage).unpublish()
    link = guidance_of("en")
    assert (link.title, link.lang, link.language_name) == ("listening (da)", "da", "Dansk")


def test_on_the_page_itself(sample, client):
    change_item("opening-first", guidance=page_in("en", "listening", MethodPage))
    content = client.get(page_in("da", "opening").get_url()).content.decode()
    assert page_in("da", "listening", MethodPage).get_url() in content
    assert page_in("en", "listening", MethodPage).get_url() not in content

"""What is restricted, unpublished or only for staff, on every engine."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from accounts.roles import Role
from pathways.models import ArticleIndexPage, ArticlePage
from tests.accounts.people import make_person


def found(client, text):
    response = client.get("/en" + reverse("search:search").removeprefix("/en"), {"q": text})
    return [result.title for result in response.context["results"]], response.text


@pytest.fixture
def person(db):
    return make_person(Role.CASE_WORKER)


@pytest.mark.parametrize("type_", ["login", "groups"])
def test_a_restricted_page_is_found_by_those_it_is_for(client, home, add, engine, person, type_):
    page = add(home, "Zebra crossing")
    below = add(page, "Zebra stripes")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=type_)
    if type_ == "groups":
        group = person.groups.create(name="Zebras")
        restriction.groups.add(group)
    engine.refresh_indexes()
    assert found(client, "zebra")[0] == []
    assert not client.get(reverse("search:suggest"), {"q": "zebr"}).json()["suggestions"]
    client.force_login(person)
    assert set(found(client, "zebra")[0]) == {page.title, below.title}
    restriction.delete()
    client.logout()
    engine.refresh_indexes()
    assert len(found(client, "zebra")[0]) == 2


def test_a_page_that_moves_under_a_restriction_is_hidden_at_once(client, home, add, engine):
    closed, page = add(home, "Closed"), add(home, "Zebra crossing")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    engine.refresh_indexes()
    assert found(client, "zebra")[0] == [page.title]
    page.move(closed, pos="last-child")
    engine.refresh_indexes()
    assert found(client, "zebra")[0] == []


def test_drafts_are_not_found(client, home, add, engine):
    page = add(home, "Zebra crossing", live=False)
    engine.refresh_indexes()
    assert found(client, "zebra")[0] == []
    page.save_revision().publish()
    engine.refresh_indexes()
    assert found(client, "zebra")[0] == [page.title]
    Page.objects.get(pk=page.pk).unpublish()
    assert found(client, "zebra")[0] == [], "whatever the index says"


def test_a_word_of_a_hidden_page_is_no_suggested_spelling(client, home, add, engine):
    page = add(home, "Okapi")
    assert "okapi" in found(client, "okapl")[1]
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "okapi" not in found(client, "okapl")[1].replace("okapl", "")


def test_a_block_for_staff_is_found_by_staff_only(client, home, engine, person):
    index = home.add_child(
        instance=ArticleIndexPage(title="Articles", slug="articles", locale=home.locale)
    )
    body = [
        ("text", {"heading": "Zebras", "text": "<p>A zebra for everybody.</p>"}),
        ("text", {"audience": "staff", "heading": "Inside", "text": "<p>An okapi, a zebra.</p>"}),
    ]
    article = ArticlePage(title="Animals", slug="animals", body=body, locale=home.locale)
    index.add_child(instance=article)
    engine.refresh_indexes()
    assert found(client, "okapi")[0] == []
    titles, html = found(client, "zebra")
    assert titles == ["Animals"]
    assert "okapi" not in html
    assert "okapi" not in found(client, "okapl")[1].replace("okapl", "")
    client.force_login(person)
    assert found(client, "okapi")[0] == ["Animals"]


def test_cases_are_never_indexed():
    from modelsearch.index import get_indexed_models

    assert not [m for m in get_indexed_models() if m._meta.app_label == "cases"]

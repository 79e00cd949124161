"""Words have one menu, lists that say where each is used, and keys that stay."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pathways.admin.editors import let_editors_work
from pathways.admin.vocabulary import VocabularyGroup
from pathways.models import Role, StepPage
from tests.forms import sent_back

MODELS = [viewset.model for viewset in VocabularyGroup.items]


def address(model, view, *args):
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


@pytest.fixture
def signed_in(sample, editor, client):
    client.force_login(editor)
    return client


@pytest.fixture
def worker(sample):
    return Role.objects.get(slug="worker", locale__language_code="da")


def test_one_menu_leads_to_all_words(signed_in):
    page = signed_in.get(reverse("wagtailadmin_home")).content.decode()
    assert "Vocabulary" in page
    for model in MODELS:
        assert address(model, "list") in page


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_each_list_and_form_opens(model, signed_in):
    for view in ("list", "add"):
        assert signed_in.get(address(model, view)).status_code == 200


def test_a_list_shows_key_language_and_where_a_word_is_used(signed_in, worker):
    page = signed_in.get(address(Role, "list")).content.decode()
    assert "Worker (da)" in page
    assert "worker" in page
    assert "Dansk" in page
    assert address(Role, "usage", worker.pk) in page
    used = signed_in.get(address(Role, "usage", worker.pk))
    assert "opening (da)" in used.content.decode()


def test_a_list_can_be_of_one_language(signed_in):
    page = signed_in.get(address(Role, "list"), {"locale": "en"}).content.decode()
    assert "Worker (en)" in page
    assert "Worker (da)" not in page


def test_where_words_are_used_is_asked_once_for_the_whole_list(signed_in, worker):
    for number in range(30):
        Role.objects.create(slug=f"more-{number}", name=f"More {number}", locale=worker.locale)
    with CaptureQueriesContext(connection) as queries:
        signed_in.get(address(Role, "list"))
    assert len([q for q in queries if "referenceindex" in q["sql"].lower()]) == 1


def test_a_word_can_be_sent_to_translation(signed_in, worker):
    page = signed_in.get(address(Role, "list")).content.decode()
    submit = reverse(
        "wagtail_localize:submit_snippet_translation", args=["pathways", "role", worker.pk]
    )
    assert submit in page
    assert signed_in.get(submit).status_code == 200


def test_a_new_word_says_which_language_it_is_in_and_gets_its_key(signed_in):
    add = address(Role, "add") + "?locale=da"
    assert "(Dansk)" in signed_in.get(add).content.decode()
    signed_in.post(add, {"name": "Tolk", "slug": "interpreter", "side": "external"})
    assert Role.objects.get(slug="interpreter").locale.language_code == "da"


def test_the_key_of_a_word_stays_whatever_is_posted(signed_in, worker):
    change = {"name": "Helper", "slug": "helper", "side": "service"}
    signed_in.post(address(Role, "edit", worker.pk), change)
    worker.refresh_from_db()
    assert (worker.name, worker.slug) == ("Helper", "worker")


def test_an_editor_deletes_no_word_that_rows_would_go_with(signed_in, worker):
    signed_in.post(address(Role, "delete", worker.pk))
    assert Role.objects.filter(pk=worker.pk).exists()


def test_a_form_offers_the_words_of_its_own_language_only(signed_in):
    step = StepPage.objects.get(key="opening", locale__language_code="da")
    page = signed_in.get(reverse("wagtailadmin_pages:edit", args=[step.pk])).content.decode()
    assert "Worker (da)" in page
    assert "Worker (en)" not in page


def test_the_words_of_another_language_are_refused_past_the_screen(signed_in):
    step = StepPage.objects.get(key="opening", locale__language_code="da")
    edit = reverse("wagtailadmin_pages:edit", args=[step.pk])
    data = sent_back(signed_in.get(edit).content.decode(), step)
    data["items-0-role"] = Role.objects.get(slug="worker", locale__language_code="en").pk
    answer = signed_in.post(edit, data | {"action-publish": "on"})
    assert "Select a valid choice" in answer.content.decode()


def test_granting_twice_grants_once(sample, editor):
    group = Group.objects.get(name="Editors")
    before = group.permissions.count(), group.page_permissions.count()
    let_editors_work([permission.page for permission in group.page_permissions.all()][-1:])
    assert (group.permissions.count(), group.page_permissions.count()) == before

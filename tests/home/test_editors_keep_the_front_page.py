"""The front page and the lists hold an editor's own words."""

import pytest
from django.apps import apps
from django.urls import reverse

from home.models import HomePage
from tests.forms import sent_back


@pytest.mark.parametrize(
    ("model", "field"),
    [
        ("home.HomePage", "lead"),
        ("home.InformationPage", "summary"),
        ("pathways.PathwayIndexPage", "intro"),
        ("pathways.MethodIndexPage", "intro"),
        ("pathways.TemplateIndexPage", "intro"),
        ("pathways.ArticleIndexPage", "intro"),
    ],
)
def test_what_an_editor_writes_is_what_readers_see(model, field, tree, editor, client):
    page = apps.get_model(model).objects.filter(locale__language_code="en").first()
    client.force_login(editor)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = sent_back(client.get(edit).content.decode(), page)
    answer = client.post(edit, data | {field: "Said for you.", "action-publish": "on"})
    assert answer.status_code == 302
    client.logout()
    assert "Said for you." in client.get(page.url).content.decode()


def test_a_draft_is_seen_by_nobody_but_editors(tree, editor, client):
    page = HomePage.objects.get(locale__language_code="en")
    client.force_login(editor)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = sent_back(client.get(edit).content.decode(), page)
    client.post(edit, data | {"lead": "Not yet."})
    assert "Not yet." not in client.get(page.url).content.decode()
    draft = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "Not yet." in draft.content.decode()


def test_a_front_page_cannot_be_made_below_another(tree):
    home = HomePage.objects.get(locale__language_code="en")
    assert not HomePage.can_create_at(home)

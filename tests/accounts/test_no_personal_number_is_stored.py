"""The guard on forms: a sure number is refused, a doubtful one is asked about once."""

import json

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.admin.panels import get_edit_handler
from wagtail.contrib.settings.registry import registry
from wagtail.documents.forms import get_document_form
from wagtail.documents.models import Document
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Collection, Page
from wagtail.snippets.models import get_snippet_models

from accounts.personal_numbers.forms import ANSWER, GuardedFormMixin
from accounts.personal_numbers.last_line import (
    OTHERS,
    PersonalNumberRefused,
    refuse_personal_numbers,
)
from pathways.models import Role, StepPage
from tests.editors import editor
from tests.pathways.editing import Tab

__all__ = ["editor"]
SURE, DOUBTFUL = "211062-5629", "2110625629"
OURS = ("accounts", "home", "pathways")


@pytest.fixture
def tab(sample, editor, client):
    """A step of the sample, open in an editor's browser."""
    client.force_login(editor)
    step = StepPage.objects.get(key="opening", locale__language_code="da")
    return Tab(client, step)


def save(tab, **values):
    """Save the draft; gives the answer."""
    return tab.client.post(tab.address, tab.form | values)


def stored(step):
    """All that the database holds of the page, drafts included."""
    step = StepPage.objects.get(pk=step.pk)
    return json.dumps([r.content for r in step.revisions.all()], default=str) + step.summary


PLACES = {
    "a field": {"summary": f"Ring {SURE} først"},
    "a code": {"slug": SURE},
    "a row": {"items-0-text": f"Ring {SURE} først"},
    "a stream": {"body-0-value-heading": f"Ring {SURE} først"},
}


@pytest.mark.parametrize("place", PLACES)
def test_a_sure_number_is_refused_wherever_it_stands_and_kept_on_the_screen(place, tab):
    answer = save(tab, **PLACES[place])
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "a Danish personal number (CPR)" in html
    assert SURE in html  # what was typed
    assert SURE not in stored(tab.page)


def test_the_message_says_where_without_repeating_the_number(tab):
    answer = save(tab, summary=f"Mor 131052-308T og far {SURE}")
    messages = answer.context["form"].errors["summary"]
    assert any("After “Mor ••••••-•••T og far”" in message for message in messages)
    assert SURE not in " ".join(messages)


def test_autosave_stores_no_number_either(tab):
    tab.form["summary"] = f"Ring {SURE}"
    assert tab.autosave()["success"] is False
    assert SURE not in stored(tab.page)


def test_a_number_in_a_comment_is_refused(tab):
    comment = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "comments-0-text": f"Gælder det {SURE}?",
        "comments-0-contentpath": "summary",
        "comments-0-position": "",
        "comments-0-resolved": "",
        "comments-0-DELETE": "",
        "comments-0-id": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "",
    }
    answer = save(tab, **comment)
    assert answer.status_code == 200
    assert "a Danish personal number (CPR)" in answer.content.decode()
    assert not tab.page.wagtail_admin_comments.exists()


class TestADoubtfulNumber:
    def test_is_asked_about_once(self, tab):
        asked = save(tab, summary=f"Journal {DOUBTFUL}")
        assert asked.status_code == 200
        assert "After “Journal” there may be a Danish personal number" in asked.content.decode()
        box = asked.context["form"][ANSWER]
        assert str(box) in asked.content.decode()

        answer = {ANSWER: box.field.widget.answer}
        assert save(tab, summary=f"Journal {DOUBTFUL}", **answer).status_code == 302
        assert DOUBTFUL in stored(tab.page)
        again = Tab(tab.client, tab.page)
        assert save(again, title="Another title").status_code == 302

    def test_the_answer_belongs_to_that_number(self, tab):
        asked = save(tab, summary=f"Journal {DOUBTFUL}")
        answer = {ANSWER: asked.context["form"][ANSWER].field.widget.answer}
        other = save(tab, summary="Journal 0101905555", **answer)
        assert other.status_code == 200
        assert "there may be" in other.content.decode()

    def test_the_answer_is_not_stored(self, tab):
        asked = save(tab, summary=f"Journal {DOUBTFUL}")
        answer = asked.context["form"][ANSWER].field.widget.answer
        save(tab, summary=f"Journal {DOUBTFUL}", **{ANSWER: answer})
        assert answer not in stored(tab.page)


def test_the_name_of_a_file_is_free_text(tree, client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("a@example.org", "said"))
    file = SimpleUploadedFile(f"{SURE}.pdf", b"%PDF-1.4")
    answer = client.post(reverse("wagtaildocs:add"), {"title": "A plan", "file": file})
    assert "a Danish personal number (CPR)" in answer.content.decode()
    assert not Document.objects.exists()


def test_what_no_form_stops_is_not_saved(db):
    with pytest.raises(PersonalNumberRefused):
        Role.objects.create(name=f"Mor til {SURE}", slug="mor")


@pytest.mark.parametrize(
    "name", ["step_key", "item_key", "branch_key", "phase_key", "area", "slot"]
)
def test_keys_of_the_procedure_are_no_text(name):
    models = [model for model in apps.get_app_config("cases").get_models() if has(model, name)]
    assert models
    for model in models:
        refuse_personal_numbers(model, model(**{name: SURE}))


def has(model, name):
    return name in {field.name for field in model._meta.concrete_fields}


def test_a_form_of_the_cms_that_asks_nothing_is_answered_plainly(db, client, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("a@example.org", "said"))
    data = {"name": f"Sag {SURE}", "parent": Collection.get_first_root_node().pk}
    answer = client.post(reverse("wagtailadmin_collections:add"), data)
    assert answer.status_code == 422
    assert "Go back in your browser" in answer.content.decode()
    assert Collection.objects.count() == 1


def test_every_form_for_our_own_texts_is_guarded():
    models = [m for m in apps.get_models() if m._meta.app_label in OURS]
    forms = [m.get_edit_handler().get_form_class() for m in models if issubclass(m, Page)]
    edited = [*get_snippet_models(), *registry]
    forms += [get_edit_handler(m).get_form_class() for m in edited if m in models]
    forms += [get_document_form(Document), get_image_form(get_image_model())]
    assert [form for form in forms if not issubclass(form, GuardedFormMixin)] == []
    assert all(apps.get_model(label) for label in OTHERS)

"""No text of a language is replaced by the source language's, whichever way is taken."""

from dataclasses import replace

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object, translate_page_subtree

from pathways.document.build import build_document
from pathways.document.importing import import_document
from pathways.document.nodes import PAGE_NODES
from pathways.models import ChecklistItem, MethodIndexPage, MethodPage, PathwayPage, Role, StepPage
from pathways.translation.guard import IncompleteTranslation
from pathways.translation.texts import publish as publish_translation
from tests.pathways.samples import a_pathway
from tests.pathways.translating import (
    change_item,
    items_in,
    page_in,
    publish,
    say,
    translation_of,
)

pytestmark = pytest.mark.django_db
EN = "en"


@pytest.fixture
def english():
    return Locale.objects.get(language_code=EN)


@pytest.fixture
def behind(sample):
    """The Danish step has a new text; the English one still says what it said."""
    change_item("opening-first", text="noget nyt")
    return page_in(EN, "opening")


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def update(page):
    source = TranslationSource.objects.get_for_instance(page)
    return reverse("wagtail_localize:update_translations", args=[source.pk])


def assert_english_is_as_it_was():
    assert items_in(EN)["opening-first"].text == "do opening-first (en)"
    assert page_in(EN, "opening").title == "opening (en)"
    assert page_in(EN, "opening").live


# Managed in the admin


def test_imported_pages_are_complete_translations(sample):
    for node in PAGE_NODES.values():
        model = {"pathway": PathwayPage, "step": StepPage, "method": MethodPage}.get(node.KIND)
        for page in model.objects.filter(locale__language_code="da") if model else ():
            total, done = translation_of(page).get_progress()
            assert total == done > 0


def test_the_editor_shows_the_strings(sample, admin_client):
    content = admin_client.get(edit(page_in(EN, "opening"))).content.decode()
    assert "do opening-first (da)" in content
    assert "do opening-first (en)" in content


def test_a_page_is_behind_when_its_source_changes(behind):
    total, done = translation_of(page_in("da", "opening")).get_progress()
    assert total - done == 1


def test_a_sync_after_the_import_loses_nothing(
    sample, admin_client, django_capture_on_commit_callbacks
):
    for page in [
        *StepPage.objects.filter(locale__language_code="da"),
        page_in("da", "listening", MethodPage),
    ]:
        with django_capture_on_commit_callbacks(execute=True):
            admin_client.post(update(page), {"publish_translations": "on"})
        with django_capture_on_commit_callbacks(execute=True):
            admin_client.post(
                edit(page.get_translation(Locale.objects.get(language_code=EN))),
                {"action": "publish"},
            )
    assert build_document(sample.key) == sample


# Nothing replaces live text


def test_translating_a_page_again(behind, english):
    translate_object(page_in("da", "opening"), [english])
    assert_english_is_as_it_was()


def test_translating_a_whole_pathway_again(behind, english):
    translate_page_subtree(page_in("da", "sample", PathwayPage).pk, [english], None, None)
    assert_english_is_as_it_was()


def test_translating_a_page_that_was_translated_without_records(sample, english):
    Translation.objects.all().delete()
    translate_object(page_in("da", "opening"), [english])
    assert_english_is_as_it_was()


def test_saving_the_target_as_a_draft(behind):
    with pytest.raises(IncompleteTranslation):
        translation_of(behind).save_target(publish=False)
    assert_english_is_as_it_was()


def test_saving_the_target(behind):
    with pytest.raises(IncompleteTranslation):
        translation_of(behind).save_target(publish=True)
    assert_english_is_as_it_was()


def test_publishing_a_draft_of_the_translation(behind):
    behind.title = "opening (da)"
    with pytest.raises(IncompleteTranslation):
        publish(behind)
    assert_english_is_as_it_was()


def test_the_publish_button_says_how_many_texts_are_missing(behind, admin_client):
    response = admin_client.post(edit(behind), {"action": "publish"})
    assert response.status_code == 302
    assert told(response) == [
        "“opening (en)” waits: 1 text is not translated yet. Readers see what they saw before."
    ]
    assert_english_is_as_it_was()


@pytest.mark.parametrize("live", [True, False])
def test_sync_and_publish_says_what_waits(
    behind, admin_client, live, django_capture_on_commit_callbacks
):
    if not live:
        behind.unpublish()
    with django_capture_on_commit_callbacks(execute=True):
        response = admin_client.post(
            update(page_in("da", "opening")), {"publish_translations": "on"}
        )
    assert response.status_code == 302
    assert any("1 text is not translated yet" in message for message in told(response))
    assert page_in(EN, "opening").live is live
    assert items_in(EN)["opening-first"].text == "do opening-first (en)"


def test_turning_it_into_a_copy_of_its_source(behind, admin_client):
    translation_of(behind).delete()
    address = reverse("wagtail_localize:convert_to_alias", args=[behind.pk])
    assert admin_client.post(address).status_code == 302
    assert_english_is_as_it_was()
    assert page_in(EN, "opening").alias_of is None
    assert b"localize-convert-to-alias" not in admin_client.get(edit(behind)).content


def test_an_unfinished_page_of_another_language_stays_a_draft(
    sample, admin_client, django_capture_on_commit_callbacks
):
    norwegian = Locale.objects.get(language_code="nb")
    index = MethodIndexPage.objects.get(locale__language_code="da")
    assert index.has_translation(norwegian)
    page = page_in("da", "listening", MethodPage)
    translate_object(page, [norwegian])
    draft = page.get_translation(norwegian)
    with django_capture_on_commit_callbacks(execute=True):
        response = admin_client.post(edit(draft), {"action": "publish"})
    assert "texts are not translated yet" in told(response)[0]
    assert not MethodPage.objects.get(pk=draft.pk).live


def test_an_imported_text_that_is_missing(sample):
    opening, ending = sample.pathways[0].phases[0].steps
    first, *others = opening.items
    items = (replace(first, text={"da": "noget nyt"}), *others)
    report = import_document(a_pathway(replace(opening, items=items), ending))
    assert report.incomplete == {("step:opening", "en"): 1}
    assert_english_is_as_it_was()


# Structure comes from the source page


def test_an_item_of_the_translation_only_brings_no_source_text(behind, admin_client):
    ChecklistItem.objects.create(
        page=behind, key="only-here", text="only here", locale=behind.locale
    )
    admin_client.post(update(page_in("da", "opening")), {"publish_translations": "on"})
    admin_client.post(edit(behind), {"action": "publish"})
    assert items_in(EN)["only-here"].text == "only here"
    assert_english_is_as_it_was()
    say(page_in("da", "opening"), "noget nyt", "something new")
    publish_translation(translation_of(behind))
    assert list(items_in(EN)) == list(items_in("da"))


# And then it is complete


@pytest.mark.parametrize("way", ["button", "sync", "service"])
def test_the_last_text_opens_the_way(behind, admin_client, way, django_capture_on_commit_callbacks):
    source = page_in("da", "opening")
    say(source, "noget nyt", "something new")
    with django_capture_on_commit_callbacks(execute=True):
        if way == "button":
            response = admin_client.post(edit(behind), {"action": "publish"})
        elif way == "sync":
            response = admin_client.post(update(source), {"publish_translations": "on"})
        else:
            publish_translation(translation_of(behind))
    if way != "service":
        assert response.status_code == 302
    assert items_in(EN)["opening-first"].text == "something new"
    assert page_in(EN, "opening").live


# Words


def test_a_word_keeps_its_name_until_the_new_one_is_translated(sample, admin_client):
    worker = Role.objects.get(slug="worker", locale__language_code="da")
    worker.name, worker.side = "Medarbejder", "external"
    worker.save()
    translated = worker.get_translation(Locale.objects.get(language_code=EN))
    address = reverse("wagtailsnippets_pathways_role:edit", args=[translated.pk])
    response = admin_client.post(address, {"action": "publish"})
    assert "1 text is not translated yet" in told(response)[0]
    with pytest.raises(IncompleteTranslation):
        translation_of(worker).save_target()
    admin_client.post(update(worker), {"publish_translations": "on"})
    translated.refresh_from_db()
    assert (translated.name, translated.side) == ("Worker (en)", "external")
    say(worker, "Medarbejder", "Case worker")
    admin_client.post(address, {"action": "publish"})
    translated.refresh_from_db()
    assert translated.name == "Case worker"


def test_no_language_gets_codes_of_its_own(sample):
    """Deadlines and guidance are not among what a translator may override."""
    source = TranslationSource.objects.get_for_instance(page_in("da", "opening"))
    paths = source.overridablesegment_set.values_list("context__path", flat=True)
    assert not [path for path in paths if path.startswith(("items.", "branches."))]

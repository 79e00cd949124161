"""A checklist item or branch changes its step and stays who it is, in every language."""

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail_localize.models import Translation

from pathways.document.build import build_document
from pathways.document.importing import import_document
from pathways.models import PhasePage, StepPage
from pathways.moving import MoveRefused, move_row
from tests.editors import make_editor
from tests.pathways.editing import Tab, identities, live_identities
from tests.pathways.samples import a_pathway, a_step, an_item
from tests.pathways.translating import change_item, items_in, page_in, publish, translation_of

pytestmark = pytest.mark.django_db
KEY = "opening-first"
DANISH, ENGLISH = "do opening-first (da)", "do opening-first (en)"


@pytest.fixture
def opening(sample):
    return page_in("da", "opening")


@pytest.fixture
def ending(sample):
    return page_in("da", "ending")


@pytest.fixture
def editor(sample):
    return make_editor()


@pytest.fixture
def moved(opening, ending, editor):
    """In the drafts, the first item of the opening now stands in the ending."""
    move_row(row_key=KEY, relation="items", from_page=opening, to_page=ending, user=editor)


def publish_draft(key):
    page = page_in("da", key)
    page.get_latest_revision().publish()


def address(page):
    return reverse("pathways_move_rows", args=[page.pk])


def test_only_the_drafts_change(opening, ending, moved):
    assert KEY in items_in("da")
    assert KEY not in items_in("da", "ending")
    assert list(identities(opening)) == ["do opening-second (da)"]
    assert list(identities(ending))[-1] == DANISH
    assert identities(ending)[DANISH] == live_identities(opening)[DANISH]


@pytest.mark.parametrize("order", [("opening", "ending"), ("ending", "opening")])
def test_published_in_either_order(opening, sample, moved, order):
    before = live_identities(opening)[DANISH]
    for key in order:
        publish_draft(key)
        for language in ("da", "en"):
            assert not (KEY in items_in(language) and KEY in items_in(language, "ending"))
    for language, text in (("da", DANISH), ("en", ENGLISH)):
        assert KEY not in items_in(language)
        item = items_in(language, "ending")[KEY]
        assert (item.text, item.key, item.translation_key) == (text, *before)
        assert item.due_note == f"note opening ({language})"
        assert item.role.name == f"Worker ({language})"
        assert item.page.locale.language_code == item.locale.language_code == language
    for translation in Translation.objects.all():
        total, done = translation.get_progress()
        assert total == done
    assert build_document(sample.key).languages == ("da", "en")


@pytest.mark.parametrize("order", [("opening", "ending"), ("ending", "opening")])
def test_published_by_the_buttons(opening, ending, moved, order, admin_client):
    before = live_identities(opening)[DANISH]
    for key in order:
        tab = Tab(admin_client, page_in("da", key))
        assert tab.autosave()["success"]
        tab.publish()
    assert live_identities(ending)[DANISH] == before
    assert len(live_identities(ending)) == 3
    assert items_in("en", "ending")[KEY].text == ENGLISH


@pytest.mark.parametrize("order", [("opening", "ending"), ("ending", "opening")])
def test_translations_can_be_published_afterwards(moved, order):
    for key in order:
        publish_draft(key)
        for step in ("opening", "ending"):
            translation_of(page_in("da", step)).save_target(publish=True)
    assert KEY not in items_in("en")
    assert items_in("en", "ending")[KEY].text == ENGLISH


def test_an_item_whose_text_changes_on_the_way_waits(ending, moved):
    draft = ending.__class__.objects.get(pk=ending.pk).get_latest_revision_as_object()
    item = draft.items.get(key=KEY)
    item.text = "noget nyt"
    draft.items.add(item)
    publish(draft)
    assert items_in("da", "ending")[KEY].text == "noget nyt"
    assert items_in("en", "ending")[KEY].text == ENGLISH
    total, done = translation_of(ending).get_progress()
    assert total - done == 1


def test_to_a_step_that_was_never_published(opening, editor, admin_client):
    phase = page_in("da", "middle", PhasePage)
    new = phase.add_child(instance=StepPage(title="Nyt", slug="nyt", live=False))
    new.save_revision()
    before = live_identities(opening)[DANISH]
    move_row(row_key=KEY, relation="items", from_page=opening, to_page=new, user=editor)
    tab = Tab(admin_client, new)
    assert tab.autosave()["success"]
    assert KEY in items_in("da"), "still live where it was"
    assert identities(new) == {DANISH: before}
    tab.publish()
    assert live_identities(new) == {DANISH: before}
    publish_draft("opening")
    assert KEY not in items_in("da")
    assert KEY not in items_in("en")


def test_there_and_back(opening, ending, moved, editor):
    before = live_identities(opening)[DANISH]
    move_row(row_key=KEY, relation="items", from_page=ending, to_page=opening, user=editor)
    publish_draft("ending")
    publish_draft("opening")
    assert live_identities(opening)[DANISH] == before
    assert items_in("en")[KEY].text == ENGLISH


def test_a_branch(opening, ending, editor):
    move_row(
        row_key="declines", relation="branches", from_page=opening, to_page=ending, user=editor
    )
    publish_draft("ending")
    publish_draft("opening")
    branch = page_in("en", "ending").branches.get()
    assert (branch.key, branch.condition) == ("declines", "declines (en)")
    assert not page_in("en", "opening").branches.exists()


def test_another_tab_that_still_shows_the_item_makes_no_second_one(
    opening, ending, editor, admin_client
):
    tab = Tab(admin_client, opening)
    move_row(row_key=KEY, relation="items", from_page=opening, to_page=ending, user=editor)
    assert tab.autosave()["error_code"] == "invalid_revision"
    tab.publish()
    publish_draft("ending")
    assert KEY not in items_in("da")
    assert items_in("da", "ending")[KEY].text == DANISH


# Refused


def test_a_key_that_the_other_step_has(sample, opening, ending, editor):
    item = an_item("twin")
    import_document(a_pathway(a_step("opening", item), a_step("ending", item)), theirs=True)
    with pytest.raises(MoveRefused, match="already has"):
        move_row(row_key="twin", relation="items", from_page=opening, to_page=ending, user=editor)


def test_an_item_that_is_gone(opening, ending, moved, editor):
    with pytest.raises(MoveRefused, match="no longer has"):
        move_row(row_key=KEY, relation="items", from_page=opening, to_page=ending, user=editor)


@pytest.mark.parametrize("relation", ["roles", "sources", "made-up"])
def test_other_rows(opening, ending, editor, relation):
    with pytest.raises(MoveRefused):
        move_row(
            row_key="worker", relation=relation, from_page=opening, to_page=ending, user=editor
        )


def test_the_same_step_and_steps_of_other_pathways(opening, editor):
    for other in (opening, page_in("en", "ending")):
        with pytest.raises((MoveRefused, PermissionDenied)):
            move_row(row_key=KEY, relation="items", from_page=opening, to_page=other, user=editor)


def test_a_translation(editor):
    with pytest.raises(PermissionDenied):
        move_row(
            row_key=KEY,
            relation="items",
            from_page=page_in("en", "opening"),
            to_page=page_in("en", "ending"),
            user=editor,
        )


def test_a_locked_step(opening, ending, editor, django_user_model):
    ending.locked, ending.locked_by = True, django_user_model.objects.create_user("x@example.org")
    ending.save()
    with pytest.raises(PermissionDenied):
        move_row(row_key=KEY, relation="items", from_page=opening, to_page=ending, user=editor)


def test_somebody_who_edits_nothing(opening, ending, django_user_model, client):
    reader = django_user_model.objects.create_user("reader@example.org", "secret")
    with pytest.raises(PermissionDenied):
        move_row(row_key=KEY, relation="items", from_page=opening, to_page=ending, user=reader)
    client.force_login(reader)
    response = client.post(address(opening), {"items": [KEY], "to_step": ending.pk})
    assert response.status_code in (302, 403)
    assert identities(opening) == live_identities(opening)


# On the screen


def test_the_way_there_is_in_the_menu_of_the_step(opening, editor, client):
    client.force_login(editor)
    link = address(opening)
    assert (
        link in client.get(reverse("wagtailadmin_pages:edit", args=[opening.pk])).content.decode()
    )
    english = page_in("en", "opening")
    content = client.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()
    assert address(english) not in content
    assert client.get(address(english)).status_code in (302, 403)


def test_what_was_chosen_stays_when_something_is_missing(opening, ending, editor, client):
    client.force_login(editor)
    response = client.post(address(opening), {"items": [KEY], "branches": ["declines"]})
    content = response.content.decode()
    assert content.count("checked") == 2
    assert "to_step" in response.context["form"].errors
    response = client.post(address(opening), {"to_step": ending.pk})
    assert response.context["form"].errors == {"items": ["Choose what to move."]}
    assert f'<option value="{ending.pk}" selected>' in response.content.decode()


def test_forged_choices(opening, editor, client):
    client.force_login(editor)
    elsewhere = page_in("en", "ending")
    response = client.post(address(opening), {"items": ["made-up"], "to_step": elsewhere.pk})
    assert set(response.context["form"].errors) == {"items", "to_step"}


def test_all_or_nothing(opening, ending, editor, client):
    change_item("opening-first", key="ending-first")
    client.force_login(editor)
    chosen = {"items": ["opening-second", "ending-first"], "to_step": ending.pk}
    response = client.post(address(opening), chosen)
    assert "already has" in response.context["form"].errors["items"][0]
    assert identities(opening) == live_identities(opening)


def test_what_comes_next_is_said(opening, ending, editor, client):
    client.force_login(editor)
    response = client.post(address(opening), {"items": [KEY], "to_step": ending.pk})
    assert response.url == reverse("wagtailadmin_pages:edit", args=[opening.pk])
    (message,) = [str(message) for message in get_messages(response.wsgi_request)]
    assert "1 moved to “ending (da)”, as a draft." in message
    assert "Now publish both “opening (da)” and “ending (da)”." in message
    assert reverse("wagtailadmin_pages:edit", args=[ending.pk]) in message


def test_a_step_with_nothing_to_move(editor, client):
    phase = page_in("da", "middle", PhasePage)
    empty = phase.add_child(instance=StepPage(title="Nyt", slug="nyt", live=False))
    client.force_login(editor)
    assert "neither checklist items nor branches" in client.get(address(empty)).content.decode()
    assert client.post(address(empty), {}).status_code == 200

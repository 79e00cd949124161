"""An item is known by its key: no draft, autosave, move, copy or sync may change it."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from pathways.identity import fresh_key
from pathways.models import ChecklistItem, MethodPage, Outcome, PhasePage, StepPage
from pathways.models.base import KeyedRow
from tests.pathways.editing import Tab, identities, live_identities
from tests.pathways.translating import items_in, page_in, publish, say, translation_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(sample):
    return page_in("da", "opening")


@pytest.fixture
def draft(sample):
    """A step that was never published."""
    phase = page_in("da", "middle", PhasePage)
    page = phase.add_child(instance=StepPage(title="Nyt", slug="nyt", live=False))
    page.save_revision()
    return StepPage.objects.get(pk=page.pk)


@pytest.mark.parametrize("model", KeyedRow.__subclasses__())
def test_every_kind_of_row_sends_its_key_with_the_form(model):
    assert KeyedRow.key_panel in model.panels


@pytest.mark.parametrize("state", ["live", "never published"])
def test_two_new_items_and_three_autosaves(state, step, draft, admin_client):
    page = step if state == "live" else draft
    tab = Tab(admin_client, page)
    first, second = tab.add_item("Et"), tab.add_item("To")
    assert tab.autosave()["success"]
    known = identities(page)
    assert len({known["Et"], known["To"]}) == 2
    for number in range(3):
        tab.form[f"{first}-text"] = f"Et {number}"
        assert tab.autosave()["success"]
        now = identities(page)
        assert (now[f"Et {number}"], now["To"]) == (known["Et"], known["To"])
    assert (tab.key_of(first), tab.key_of(second)) == (known["Et"][0], known["To"][0])
    live = live_identities(tab.publish())
    assert (live["Et 2"], live["To"]) == (known["Et"], known["To"])


def test_a_fresh_key_can_be_taken_for_nobodys_number():
    assert all(fresh_key().isalpha() for _ in range(100))


def test_the_answer_tells_the_open_page_its_keys(step, admin_client):
    tab = Tab(admin_client, step)
    prefix = tab.add_item("Et")
    updates = tab.autosave()["field_updates"]
    assert updates[f"{prefix}-key"] == identities(step)["Et"][0]
    assert updates["items-0-key"] == "opening-first"


def test_a_lost_answer_is_no_second_item(step, admin_client):
    tab = Tab(admin_client, step)
    tab.add_item("Et")
    before = dict(tab.form)
    tab.autosave()
    tab.form = before
    assert tab.autosave()["error_code"] == "invalid_revision"


def test_branches_too(step, admin_client):
    tab = Tab(admin_client, step)
    end = Outcome.objects.get(slug="closed", locale=step.locale)
    prefix = tab.add("branches", condition="hvis", kind="outcome", outcome=end.pk)
    tab.autosave()
    known = {row.condition: row.key for row in step.get_latest_revision_as_object().branches.all()}
    tab.autosave()
    page = tab.publish()
    assert page.branches.get(condition="hvis").key == known.get("hvis", tab.key_of(prefix))


# Forged


def test_unknown_and_doubled_keys_are_replaced(step, admin_client):
    tab = Tab(admin_client, step)
    tab.add_item("Et", key="made-up")
    tab.add_item("To", key="opening-second")
    tab.autosave()
    draft = identities(step)
    assert draft["Et"][0] not in ("", "made-up")
    assert draft["To"][0] not in ("", "opening-second")
    live = live_identities(step)
    assert draft["do opening-second (da)"] == live["do opening-second (da)"]
    tab.publish()
    assert live_identities(step) == draft


def test_a_new_row_in_front_takes_nobodys_key(step, admin_client):
    tab = Tab(admin_client, step)
    prefix = tab.add_item("Et", key="opening-first", ORDER=0)
    before = live_identities(step)
    page = tab.publish()
    assert live_identities(page).items() >= before.items()
    assert page.items.first().text == "Et"
    assert page.items.first().key != "opening-first", prefix


def test_swapped_keys(step, admin_client):
    tab = Tab(admin_client, step)
    tab.form["items-0-key"], tab.form["items-1-key"] = "opening-second", "opening-first"
    before = live_identities(step)
    assert live_identities(tab.publish()) == before


def test_the_key_of_a_row_of_another_page(step, admin_client):
    tab = Tab(admin_client, step)
    other = ChecklistItem.objects.get(key="ending-first", locale__language_code="da")
    prefix = tab.add_item("Et", key="ending-first", id=other.pk)
    page = tab.publish()
    assert page.items.get(text="Et").key not in ("ending-first", "")
    other.refresh_from_db()
    assert (other.page.key, tab.key_of(prefix)) == ("ending", "ending-first")


# Coming and going


def test_a_draft_row_that_is_deleted_again(step, admin_client):
    tab = Tab(admin_client, step)
    first, _second = tab.add_item("Et"), tab.add_item("To")
    tab.autosave()
    known = identities(step)
    tab.remove(first)
    tab.autosave()
    assert "Et" not in identities(step)
    live = live_identities(tab.publish())
    assert "Et" not in live
    assert live["To"] == known["To"]


def test_back_to_a_revision_one_of_whose_rows_is_gone(step, admin_client):
    old = step.save_revision()
    tab = Tab(admin_client, step)
    tab.remove("items-0")
    page = tab.publish()
    assert "opening-first" not in items_in("da")
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    tab = Tab(admin_client, page, address)
    page = tab.publish()
    assert [item.text for item in page.items.all()] == [
        "do opening-first (da)",
        "do opening-second (da)",
    ]
    assert page.items.get(text="do opening-second (da)").key == "opening-second"


def test_back_to_a_revision_before_the_draft_without_the_row(step, admin_client):
    old, before = step.save_revision(), live_identities(step)
    tab = Tab(admin_client, step)
    tab.remove("items-0")
    tab.autosave()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[step.pk, old.pk])
    page = Tab(admin_client, step, address).publish()
    assert live_identities(page) == before


def test_unpublished_and_published_again(step):
    before = live_identities(step)
    step.unpublish()
    step = StepPage.objects.get(pk=step.pk)
    step.get_latest_revision().publish()
    assert live_identities(step) == before


def test_the_page_moves(step, draft):
    before = live_identities(step)
    step.move(draft, "right")
    assert live_identities(step) == before
    assert StepPage.objects.get(pk=step.pk).key == "opening"


def test_a_sync_of_translations(step, admin_client):
    tab = Tab(admin_client, step)
    tab.add_item("Nyt")
    page = tab.publish()
    say(page, "Nyt", "New")
    translation_of(page).save_target(publish=True)
    english = live_identities(page_in("en", "opening"))
    assert english["New"] == live_identities(page)["Nyt"]
    assert english["do opening-first (en)"][0] == "opening-first"


# Copies


@pytest.mark.parametrize("keep_live", [True, False])
def test_a_copy_of_a_page_is_another_page_with_the_same_items(step, keep_live):
    step.title = "opening, changed"
    step.save_revision()
    copy = step.copy(update_attrs={"slug": "copy", "title": "copy"}, keep_live=keep_live)
    copy.get_latest_revision().publish()
    copy = StepPage.objects.get(pk=copy.pk)
    assert copy.key not in ("", "opening")
    assert (copy.package, copy.origin, copy.imported_hash) == ("", "local", "")
    assert [row.key for row in copy.items.all()] == ["opening-first", "opening-second"]
    ours, theirs = live_identities(step), live_identities(copy)
    assert all(ours[text] != theirs[text] for text in ours)


def test_a_copy_with_all_below_it(sample):
    phase = page_in("da", "middle", PhasePage)
    copy = phase.copy(recursive=True, update_attrs={"slug": "copy"})
    keys = [page.specific.key for page in copy.get_descendants()]
    assert len(set(keys)) == 2
    assert not set(keys) & {"opening", "ending", ""}


def test_a_translation_is_the_same_page(sample):
    method = page_in("da", "listening", MethodPage)
    translated = method.copy_for_translation(Locale.objects.get(language_code="nb"))
    assert (translated.key, translated.package) == ("listening", "sample")


def test_a_new_page_has_a_key_from_the_start(draft):
    assert draft.key == "nyt"
    assert publish(draft).key == "nyt"

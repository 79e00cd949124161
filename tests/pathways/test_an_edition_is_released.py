"""What an editor saves is a draft until the next edition brings it, whole or not at all."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import AccessEntry
from pathways.document.pathway import pathway_document
from pathways.editions.content import in_source_language
from pathways.editions.plan import Plan, changed_pages
from pathways.editions.release import release
from pathways.editions.trouble import ReleaseRefused
from pathways.editions.withdrawing import discard, restore, withdraw
from pathways.models import (
    MethodPage,
    PathwayEdition,
    StructureDraft,
)
from pathways.moving import move_rows
from tests.pathways.releasing import (
    a_reviewer,
    add_step,
    assert_readers_see_what_is_in_force,
    draft,
    in_force,
    released,
    the_pathway,
)
from tests.pathways.translating import items_in, page_in, publish

TODAY = timezone.localdate()


def test_a_release_publishes_the_drafts_and_takes_the_snapshot(first, editor):
    draft("opening", summary="Other words")
    draft("ending", duration="An hour")
    assert page_in("da", "opening").summary != "Other words"
    edition = released(editor)
    assert edition.number == 2
    assert edition.released_by == editor
    assert page_in("da", "opening").summary == "Other words"
    assert not changed_pages(the_pathway()).exists()
    assert_readers_see_what_is_in_force()
    assert AccessEntry.objects.filter(verb="released", object_id=edition.pk).count() == 1
    first.refresh_from_db()
    assert "Other words" not in first.snapshot


def test_a_typo_takes_one_call_and_no_approval(first, editor):
    draft("opening", title="Opening, spelled right")
    edition = released(editor, force="editorial")
    assert (edition.force, edition.change_note, edition.approved_by) == ("editorial", "", None)


def test_a_deadline_is_no_typo(first, editor):
    draft("opening", items={_an_item(): {"due_amount": 99}})
    plan = Plan(the_pathway())
    with pytest.raises(ReleaseRefused, match="More than words"):
        release(pathway=the_pathway(), user=editor, expected_hash=plan.hash)
    with pytest.raises(ReleaseRefused, match="approval"):
        release(
            pathway=the_pathway(),
            user=editor,
            expected_hash=plan.hash,
            force="practice",
            change_note="Later",
        )
    edition = released(editor, emergency_reason="The law has changed overnight")
    assert edition.emergency_reason == "The law has changed overnight"
    assert AccessEntry.objects.filter(verb="emergency-released").count() == 1


def test_only_the_chosen_drafts_go_along(first, editor):
    chosen = draft("opening", summary="Now")
    draft("ending", summary="Later")
    released(editor, pages=[chosen.pk])
    assert page_in("da", "ending").summary != "Later"
    assert [page.title for page in changed_pages(the_pathway())] == ["ending (da)"]
    assert_readers_see_what_is_in_force()


def test_a_new_step_and_a_step_that_goes(first, editor):
    add_step("Between")
    shape = {"steps": [], "phases": [{"key": "middle", "steps": ["between", "opening"]}]}
    StructureDraft.objects.create(pathway=the_pathway(), shape=shape, changed_by=editor)
    edition = released(editor)
    keys = [page.key for page in edition.document().pages()]
    assert keys == ["sample", "middle", "between", "opening"]
    assert not page_in("da", "ending").live
    assert not page_in("en", "ending").live
    assert not StructureDraft.objects.exists()
    assert_readers_see_what_is_in_force()
    draft("opening", summary="And on")
    assert released(editor).number == 3, "the step that went is not brought back by itself"


def test_without_a_change_there_is_nothing_to_release(first, editor):
    with pytest.raises(ReleaseRefused, match="Nothing has changed since edition 1"):
        released(editor)


def test_what_changed_since_the_editor_looked_is_not_released(first, editor):
    draft("opening", summary="Seen")
    seen = Plan(the_pathway()).hash
    draft("opening", summary="Not seen")
    with pytest.raises(ReleaseRefused, match="Look again"):
        release(pathway=the_pathway(), user=editor, expected_hash=seen)
    assert PathwayEdition.objects.count() == 1


def test_whoever_does_not_publish_does_not_release(first, editor):
    draft("opening", summary="Other")
    reviewer = a_reviewer()
    for act in (
        lambda: released(reviewer),
        lambda: withdraw(edition=first, user=reviewer, reason="No"),
        lambda: restore(edition=first, user=reviewer),
        lambda: discard(pathway=the_pathway(), user=reviewer),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_a_draft_that_cannot_be_published_stops_all(first, editor):
    draft("ending", summary="Fine")
    draft("opening", necessity="conditional", condition="")
    with pytest.raises(ReleaseRefused, match="conditional"):
        released(editor)
    assert page_in("da", "ending").summary != "Fine"


def test_an_old_schedule_does_not_turn_a_release_into_waiting(first, editor):
    tomorrow = timezone.now() + timedelta(days=1)
    draft("opening", summary="Today", go_live_at=tomorrow, expire_at=tomorrow)
    released(editor)
    step = page_in("da", "opening")
    assert (step.summary, step.go_live_at, step.expire_at) == ("Today", None, None)


def test_an_item_that_moves_keeps_key_and_translation(first, editor):
    before = items_in("en")
    key = next(iter(before))
    opening, ending = page_in("da", "opening"), page_in("da", "ending")
    move_rows(rows=[("items", key)], from_page=opening, to_page=ending, user=editor)
    released(editor)
    moved = items_in("en", "ending")[key]
    assert moved.text == before[key].text
    assert moved.translation_key == before[key].translation_key
    assert key not in items_in("en")
    assert in_force().languages() == ("da", "en")
    assert_readers_see_what_is_in_force()


def _an_item():
    return next(iter(items_in("da")))


def test_a_method_is_no_part_of_the_edition(first, editor):
    method = page_in("da", "listening", MethodPage)
    method.summary = "Published by itself"
    publish(method)
    assert Plan(the_pathway()).is_empty


def test_a_failure_leaves_nothing_behind(first, editor, monkeypatch):
    draft("opening", summary="Other")

    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("pathways.editions.showing.attach_languages", fail)
    with pytest.raises(RuntimeError):
        released(editor)
    assert PathwayEdition.objects.count() == 1
    assert page_in("da", "opening").summary != "Other"
    assert in_source_language(pathway_document(the_pathway())) == in_source_language(
        first.document()
    )

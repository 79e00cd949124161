"""What was in force before comes back: by withdrawing, by restoring, by discarding drafts."""

import pytest
from django.utils import timezone

from pathways.editions.plan import Plan, changed_pages
from pathways.editions.trouble import ReleaseRefused
from pathways.editions.withdrawing import discard, restore, withdraw
from pathways.models import (
    PathwayPage,
    StepPage,
    StructureDraft,
)
from pathways.moving import move_rows
from tests.pathways.releasing import (
    assert_readers_see_what_is_in_force,
    draft,
    in_force,
    released,
    the_pathway,
)
from tests.pathways.translating import items_in, page_in

TODAY = timezone.localdate()


def test_what_is_withdrawn_gives_way_to_the_edition_before(first, editor):
    draft("opening", summary="Wrong")
    edition = released(editor)
    with pytest.raises(ReleaseRefused, match="Say why"):
        withdraw(edition=edition, user=editor, reason=" ")
    withdraw(edition=edition, user=editor, reason="Wrong")
    assert in_force() == first
    assert_readers_see_what_is_in_force()
    with pytest.raises(ReleaseRefused, match="already"):
        withdraw(edition=edition, user=editor, reason="Again")


def test_with_no_edition_left_readers_see_nothing(first, editor):
    withdraw(edition=first, user=editor, reason="No longer offered")
    assert in_force() is None
    for language in ("da", "en"):
        assert not page_in(language, "sample", PathwayPage).live
        assert not page_in(language, "opening").live
    restore(edition=first, user=editor)
    pages = [page.pk for page in changed_pages(the_pathway())]
    released(editor, pages=pages)
    assert page_in("da", "opening").live
    assert_readers_see_what_is_in_force()


def test_an_older_edition_comes_back_as_a_new_one(first, editor):
    key = next(iter(items_in("da")))
    known_as = items_in("da")[key].translation_key
    page = page_in("da", "opening").get_latest_revision_as_object()
    page.items.remove(next(item for item in page.items.all() if item.key == key))
    page.summary = "Without the item"
    page.save_revision()
    released(editor)
    assert key not in items_in("en")
    pages = restore(edition=first, user=editor)
    assert "Without" in page_in("da", "opening").summary, "only drafts have changed"
    edition = released(editor, pages=pages)
    assert (edition.number, edition.restored_from, edition.hash) == (3, 1, first.hash)
    assert items_in("da")[key].translation_key == known_as
    assert items_in("en")[key].text, "its translation has come back too"
    assert in_force().languages() == ("da", "en")
    assert in_force().document() == first.document()
    assert_readers_see_what_is_in_force()


def test_a_step_that_was_taken_out_and_deleted_comes_back(first, editor):
    shape = {"steps": [], "phases": [{"key": "middle", "steps": ["opening"]}]}
    StructureDraft.objects.create(pathway=the_pathway(), shape=shape, changed_by=editor)
    released(editor)
    page_in("da", "ending").delete()
    edition = released(editor, pages=restore(edition=first, user=editor))
    assert edition.hash == first.hash
    assert page_in("da", "ending").live
    assert_readers_see_what_is_in_force()


def test_discarding_brings_back_exactly_what_is_in_force(first, editor):
    key = next(iter(items_in("da")))
    opening, ending = page_in("da", "opening"), page_in("da", "ending")
    move_rows(rows=[("items", key)], from_page=opening, to_page=ending, user=editor)
    draft("opening", summary="Half a thought")
    phase = opening.get_parent()
    new = StepPage(title="Half", slug="half", locale=phase.locale, live=False)
    phase.add_child(instance=new)
    new.save_revision()
    discard(pathway=the_pathway(), user=editor)
    assert not StepPage.objects.filter(pk=new.pk).exists()
    assert Plan(the_pathway()).is_empty
    assert not changed_pages(the_pathway()).exists()
    for step in ("opening", "ending"):
        page = page_in("da", step)
        latest = page.get_latest_revision_as_object()
        assert latest.summary == page.summary
        assert [row.key for row in latest.items.all()] == [row.key for row in page.items.all()]
    assert_readers_see_what_is_in_force()

"""An edition holds at once in its source language, in others when their last text is there."""

from django.utils import timezone

from pathways.translation.texts import publish as publish_translation
from tests.pathways.releasing import (
    assert_readers_see_what_is_in_force,
    draft,
    in_force,
    released,
    the_pathway,
)
from tests.pathways.translating import items_in, page_in, say, translation_of

TODAY = timezone.localdate()


def test_another_language_attaches_when_its_last_text_is_there(first, editor):
    draft("opening", summary="Noget nyt")
    edition = released(editor)
    assert edition.languages() == ("da",)
    page = page_in("da", "opening")
    say(page, "Noget nyt", "Something new")
    english = page_in("en", "opening")
    publish_translation(translation_of(page))
    edition = in_force()
    assert edition.languages() == ("da", "en")
    step = next(p for p in edition.document().pages() if p.key == "opening")
    assert step.summary == {"da": "Noget nyt", "en": "Something new"}
    assert english.pk == page_in("en", "opening").pk


def test_a_deadline_alone_keeps_all_languages(first, editor):
    key = next(iter(items_in("da")))
    draft("opening", items={key: {"due_amount": 3, "due_anchor_id": _anchor()}})
    edition = released(editor)
    assert edition.languages() == ("da", "en")
    assert_readers_see_what_is_in_force()


def _anchor():
    return the_pathway().milestones.first().milestone_id

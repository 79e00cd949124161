"""Codes and deadlines are the same in all languages, from the moment of publishing."""

import json

import pytest

from pathways.models import MilestoneKind, PathwayPage, Role, StepRole
from pathways.translation import follow
from tests.pathways.translating import (
    change_item,
    items_in,
    page_in,
    publish,
    say,
    translation_of,
)

pytestmark = pytest.mark.django_db


def test_a_deadline(sample):
    change_item("opening-first", due_amount=14, due_unit="week", due_hard=False)
    item = items_in("en")["opening-first"]
    assert (item.due_amount, item.due_unit, item.due_hard) == (14, "week", False)
    assert item.text == "do opening-first (en)"


def test_a_role_and_a_milestone_are_those_of_the_language(sample):
    started = MilestoneKind.objects.get(slug="started", locale__language_code="da")
    worker = Role.objects.get(slug="worker", locale__language_code="da")
    change_item("opening-second", role=worker, consent=None, due_anchor=started, due_amount=1)
    item = items_in("en")["opening-second"]
    assert item.role.name == "Worker (en)"
    assert item.due_anchor.name == "Started (en)"


def test_a_link_to_a_page_stays_as_it_is(sample):
    ending = page_in("da", "ending")
    change_item("opening-second", guidance=ending)
    assert items_in("en")["opening-second"].guidance_id == ending.pk


def test_the_order(sample):
    page = page_in("da", "opening")
    first, second = page.items.all()
    first.sort_order, second.sort_order = 1, 0
    page.items.set([second, first])
    publish(page)
    assert list(items_in("en")) == ["opening-second", "opening-first"]


def test_codes_of_the_page(sample):
    pathway = page_in("da", "sample", PathwayPage)
    pathway.numbering = "none"
    publish(pathway)
    translated = page_in("en", "sample", PathwayPage)
    assert (translated.numbering, translated.title) == ("none", "sample (en)")


def test_a_code_that_needs_a_text_waits_for_it(sample):
    page = page_in("da", "opening")
    page.necessity, page.condition = "conditional", "kun hvis"
    page = publish(page)
    assert page_in("en", "opening").necessity == "mandatory"
    say(page, "kun hvis", "only if")
    translation_of(page).save_target(publish=True)
    translated = page_in("en", "opening")
    assert (translated.necessity, translated.condition) == ("conditional", "only if")


def test_codes_inside_the_text(sample):
    page = page_in("da", "opening")
    raw = page.body.get_prep_value()
    raw[0]["value"]["basis"] = "advice"
    page.body = json.dumps(raw)
    publish(page)
    block = page_in("en", "opening").body[0]
    assert block.value["basis"] == "advice"
    assert "<b>opening</b> en" in block.value["text"].source


def test_a_removed_item_is_gone_in_all_languages(sample):
    page = page_in("da", "opening")
    page.items.remove(page.items.get(key="opening-first"))
    publish(page)
    assert list(items_in("en")) == ["opening-second"]


def test_a_removed_block_is_gone_in_all_languages(sample):
    page = page_in("da", "opening")
    page.body = json.dumps([])
    publish(page)
    assert len(page_in("en", "opening").body) == 0


def test_a_text_that_is_taken_away_is_gone_in_all_languages(sample):
    change_item("opening-first", due_note="")
    assert items_in("en")["opening-first"].due_note == ""


def test_a_new_item_waits_for_its_translation(sample):
    page = page_in("da", "opening")
    page.items.add(page.items.model(key="new", text="Nyt", locale=page.locale, sort_order=9))
    publish(page)
    assert "new" in items_in("da")
    assert "new" not in items_in("en")


def test_a_new_row_without_words_of_its_own_does_not_wait(sample):
    page = page_in("da", "opening")
    page.terms.set([])
    page = publish(page)
    assert not page_in("en", "opening").terms.exists()
    worker = Role.objects.get(slug="worker", locale=page.locale)
    page.roles.add(StepRole(key="again", role=worker, part="decides", locale=page.locale))
    publish(page)
    row = page_in("en", "opening").roles.get(key="again")
    assert (row.part, row.role.name) == ("decides", "Worker (en)")


def test_an_older_draft_of_the_translation_brings_no_old_deadline_back(sample):
    old = page_in("en", "opening").save_revision()
    change_item("opening-first", due_amount=14)
    old.publish()
    assert items_in("en")["opening-first"].due_amount == 14


def test_words_of_the_vocabulary(sample):
    worker = Role.objects.get(slug="worker", locale__language_code="da")
    worker.side, worker.slug = "external", "case-worker"
    worker.save()
    translated = Role.objects.get(translation_key=worker.translation_key, name="Worker (en)")
    assert (translated.side, translated.slug) == ("external", "case-worker")


def test_all_languages_or_none(sample, monkeypatch):
    def broken(*args):
        raise RuntimeError("in the middle")

    monkeypatch.setattr(follow, "write", broken)
    with pytest.raises(RuntimeError):
        change_item("opening-first", due_amount=14)
    assert items_in("da")["opening-first"].due_amount == 2


def test_pages_that_are_translated_by_hand_keep_their_rows(sample):
    page = page_in("da", "opening")
    record = translation_of(page)
    record.enabled = False
    record.save()
    page.items.remove(page.items.get(key="opening-second"))
    publish(page)
    change_item("opening-first", due_amount=14)
    assert list(items_in("en")) == ["opening-first", "opening-second"]
    assert items_in("en")["opening-first"].due_amount == 14

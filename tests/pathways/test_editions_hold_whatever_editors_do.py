"""Whatever editors do: an edition never changes, and readers see the one that is in force."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from pathways.document.compare import compare, patch
from pathways.editions.due import keys_behind, show_due_editions
from pathways.editions.plan import Plan, changed_pages
from pathways.editions.release import take_edition
from pathways.editions.trouble import ReleaseRefused
from pathways.editions.withdrawing import discard, restore, withdraw
from pathways.models import PathwayEdition, StepPage, StructureDraft
from pathways.moving import MoveRefused, move_rows
from tests.pathways.releasing import (
    add_step,
    assert_readers_see_what_is_in_force,
    draft,
    in_force,
    released,
    the_pathway,
)
from tests.pathways.translating import page_in

pytestmark = [pytest.mark.django_db, pytest.mark.endurance]

BEGINNING = timezone.localdate()
WORDS = st.sampled_from(["one", "two", "three", "four"])
STEPS = st.sampled_from(["opening", "ending"])
MOVES = st.one_of(
    st.tuples(st.just("write"), STEPS, WORDS),
    st.tuples(st.just("deadline"), STEPS, st.integers(1, 30)),
    st.tuples(st.just("add item"), STEPS, WORDS),
    st.tuples(st.just("remove item"), STEPS),
    st.tuples(st.just("move item"), STEPS),
    st.tuples(st.just("new step"), WORDS),
    st.tuples(st.just("order"), st.permutations(["opening", "ending"])),
    st.tuples(st.just("take out"), STEPS),
    st.tuples(st.just("release")),
    st.tuples(st.just("release")),
    st.tuples(st.just("release later"), st.integers(1, 9)),
    st.tuples(st.just("days pass"), st.integers(1, 9)),
    st.tuples(st.just("withdraw")),
    st.tuples(st.just("restore"), st.integers(0, 5)),
    st.tuples(st.just("discard")),
)


class Editor:
    """Does what it is told, and is told what cannot be done."""

    def __init__(self, user, clock):
        self.user, self.clock = user, clock

    def do(self, what, *values):
        getattr(self, "_" + what.replace(" ", "_"))(*values)

    def _write(self, key, words):
        draft(key, user=self.user, summary=words)

    def _deadline(self, key, days):
        items = page_in("da", key).get_latest_revision_as_object().items.all()
        if items:
            draft(key, user=self.user, items={items[0].key: {"due_amount": days}})

    def _add_item(self, key, words):
        page = page_in("da", key).get_latest_revision_as_object()
        page.items.add(page.items.model(text=words, key=f"{words}-{page.items.count()}"))
        page.save_revision(user=self.user)

    def _remove_item(self, key):
        page = page_in("da", key).get_latest_revision_as_object()
        for item in list(page.items.all())[:1]:
            page.items.remove(item)
        page.save_revision(user=self.user)

    def _move_item(self, key):
        there = "ending" if key == "opening" else "opening"
        page = page_in("da", key)
        for item in list(page.get_latest_revision_as_object().items.all())[:1]:
            to_page = page_in("da", there)
            move_rows(rows=[("items", item.key)], from_page=page, to_page=to_page, user=self.user)

    def _new_step(self, words):
        if not StepPage.objects.filter(slug=words).exists():
            add_step(words, self.user)

    def _order(self, keys):
        self._shape(keys)

    def _take_out(self, key):
        self._shape([other for other in ("opening", "ending") if other != key])

    def _shape(self, keys):
        StructureDraft.objects.update_or_create(
            pathway=the_pathway(),
            defaults={"shape": {"steps": [], "phases": [{"key": "middle", "steps": keys}]}},
        )

    def _release(self, **values):
        released(self.user, **values)

    def _release_later(self, days):
        self._release(effective_on=self.clock.today + timedelta(days=days))

    def _days_pass(self, days):
        """The worker stands still for some of them."""
        self.clock.today += timedelta(days=days)
        _shown, failed = show_due_editions()
        assert not failed

    def _withdraw(self):
        standing = PathwayEdition.objects.standing().order_by("-number")
        if standing.count() > 1:
            withdraw(edition=standing[0], user=self.user, reason="Wrong")

    def _restore(self, number):
        editions = list(PathwayEdition.objects.of("sample"))
        pages = restore(edition=editions[number % len(editions)], user=self.user)
        released(self.user, pages=pages)

    def _discard(self):
        discard(pathway=the_pathway(), user=self.user)
        assert Plan(the_pathway()).is_empty
        assert not changed_pages(the_pathway()).filter(live=True).exists()


class Clock:
    today = BEGINNING


@pytest.mark.parametrize("part", range(4))
def test_an_edition_never_changes_and_readers_see_the_one_in_force(
    part, sample, editor, size, measured, monkeypatch
):
    monkeypatch.setattr(timezone, "localdate", lambda *args: Clock.today)

    def sequence(moves):
        known, someone = {}, Editor(editor, Clock)
        Clock.today = BEGINNING
        with transaction.atomic():
            take_edition(pathway=the_pathway())
            for move in moves:
                try:
                    with transaction.atomic():
                        someone.do(*move)
                except (ReleaseRefused, MoveRefused, PermissionDenied):
                    pass  # said to the editor; nothing has changed
                _compare(known)
                assert keys_behind() == []
                assert_readers_see_what_is_in_force()
            transaction.set_rollback(True)

    number = size(sampled=3, full=250)
    chosen = settings(deadline=None, max_examples=number, suppress_health_check=list(HealthCheck))
    chosen(seed(part)(given(st.lists(MOVES, min_size=3, max_size=9))(sequence)))()
    measured(f"random edit sequences, part {part}: every edition as it was", number, "sequences")


def _compare(known):
    """All editions are what they were, and each can be reached from each."""
    editions = list(PathwayEdition.objects.of("sample").for_reading())
    for edition in editions:
        values = (edition.snapshot, edition.hash, edition.effective_on, edition.change_note)
        assert known.setdefault(edition.number, values) == values
    if len(editions) > 1:
        newer, older = editions[0].document(), editions[1].document()
        assert patch(older, compare(older, newer)) == newer
    assert in_force() is not None

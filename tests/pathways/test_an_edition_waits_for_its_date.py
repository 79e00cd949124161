"""A later date is kept by the calendar: nothing changes before, and nobody has to be there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pathways.editions.showing import bring_up_to_date
from pathways.editions.trouble import ReleaseRefused
from pathways.editions.withdrawing import discard, withdraw
from pathways.models import (
    EditionOnPages,
)
from tests.pathways.releasing import (
    assert_readers_see_what_is_in_force,
    draft,
    in_force,
    released,
    the_pathway,
)
from tests.pathways.translating import page_in

TODAY = timezone.localdate()


def test_until_its_date_an_edition_changes_nothing(first, editor):
    draft("opening", summary="From next month")
    edition = released(editor, effective_on=TODAY + timedelta(days=30))
    assert in_force() == first
    assert page_in("da", "opening").summary != "From next month"
    assert_readers_see_what_is_in_force()
    assert page_in("da", "opening").get_lock().for_user(editor)
    with pytest.raises(ReleaseRefused, match="Edition 2 waits"):
        released(editor)
    with pytest.raises(ReleaseRefused, match="Edition 2 waits"):
        discard(pathway=the_pathway(), user=editor)
    withdraw(edition=edition, user=editor, reason="Too early")
    assert page_in("da", "opening").get_lock() is None
    assert released(editor).number == 3


def test_when_its_date_comes_the_pages_follow(first, editor, monkeypatch):
    """Also when nobody was there for days: what is in force follows from the date."""
    draft("opening", summary="From next month")
    edition = released(editor, effective_on=TODAY + timedelta(days=30))
    later = TODAY + timedelta(days=35)
    monkeypatch.setattr(timezone, "localdate", lambda *args: later)
    assert in_force() == edition
    assert page_in("da", "opening").summary != "From next month"
    assert EditionOnPages.objects.get(key="sample").edition == first
    bring_up_to_date("sample")
    assert page_in("da", "opening").summary == "From next month"
    assert_readers_see_what_is_in_force()


def test_a_release_first_catches_up_with_what_is_in_force(first, editor, monkeypatch):
    draft("opening", summary="From next month")
    released(editor, effective_on=TODAY + timedelta(days=30))
    later = TODAY + timedelta(days=30)
    monkeypatch.setattr(timezone, "localdate", lambda *args: later)
    draft("ending", summary="And this")
    bring_up_to_date("sample")
    released(editor)
    assert page_in("da", "opening").summary == "From next month"
    assert_readers_see_what_is_in_force()


def test_yesterday_is_too_late(first, editor):
    draft("opening", summary="Other")
    with pytest.raises(ReleaseRefused, match="before today"):
        released(editor, effective_on=TODAY - timedelta(days=1))

"""Review dates move with the day of loading, once, and loading again changes nothing."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone

from pathways.document.folder import read_folder
from pathways.document.nodes import PAGE_NODES
from pathways.models import MethodPage
from portal.demo.dates import NEWEST_CHECK, days_to_shift, shifted
from portal.management.commands.load_demo import CONTENT
from tests.pathways.samples import a_pathway, a_step

pytestmark = [pytest.mark.django_db, pytest.mark.once]
TODAY = date(2030, 3, 1)


def days_of_review():
    for node in PAGE_NODES.values():
        pages = apps.get_model(node.MODEL).objects.filter(reviewed_on__isnull=False)
        yield from pages.values_list("reviewed_on", "review_by")


def test_the_newest_review_is_some_weeks_old_and_one_is_soon_due(demo):
    today = timezone.localdate()
    checked, again = zip(*days_of_review(), strict=True)
    assert max(checked) == today - NEWEST_CHECK
    assert any(today <= day <= today + timedelta(weeks=6) for day in again if day)


def test_loading_again_on_another_day_changes_nothing(demo, monkeypatch, capsys):
    later = timezone.localdate() + timedelta(days=40)
    monkeypatch.setattr(timezone, "localdate", lambda *args: later)
    call_command("load_demo")
    told = capsys.readouterr().out
    assert " 0 new, 0 changed" in told
    assert "Kept" not in told


def test_a_review_by_an_editor_does_not_move_the_others(demo):
    MethodPage.objects.filter(key="it-backpack").update(reviewed_on=TODAY)
    documents = [read_folder(CONTENT / "outreach-casework")]
    before = days_to_shift(documents, TODAY)
    assert before == days_to_shift(documents, TODAY + timedelta(days=9))


def test_every_page_of_a_document_moves_and_pages_without_dates_stay():
    step = a_step("opening", reviewed_on="2026-01-31", review_by="2027-01-31")
    document = a_pathway(step)
    moved = shifted(document, timedelta(days=1))
    found = moved.pathway.phases[0].steps[0]
    assert (found.reviewed_on, found.review_by) == ("2026-02-01", "2027-02-01")
    assert moved.methods == document.methods

"""A worker that stood still loses nothing: what is due follows from dates."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from pathways.editions.release import take_edition
from pathways.editions.trouble import CannotApply
from pathways.models import EditionOnPages
from portal.jobs.tick import tick
from tests.editors import make_editor
from tests.pathways.releasing import (
    assert_readers_see_what_is_in_force,
    draft,
    released,
    the_pathway,
)
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def overdue(sample, monkeypatch):
    """An edition whose date has come while no worker was running."""
    take_edition(pathway=the_pathway())
    draft("opening", summary="From next month")
    edition = released(make_editor(), effective_on=timezone.localdate() + timedelta(days=30))
    later = timezone.localdate() + timedelta(days=40)
    monkeypatch.setattr(timezone, "localdate", lambda *args: later)
    return edition


def test_pages_follow_and_the_portal_is_well(client, overdue):
    assert client.get("/health/").status_code == 503
    call_command("jobs", once=True)
    assert page_in("da", "opening").summary == "From next month"
    assert EditionOnPages.objects.get(key="sample").edition == overdue
    assert_readers_see_what_is_in_force()
    response = client.get("/health/")
    assert response.status_code == 200
    assert response.json() == {"database": True, "worker": True}


def test_what_cannot_be_shown_is_told_and_the_rest_goes_on(client, overdue, monkeypatch, caplog):
    def fail(*args):
        raise CannotApply("opening", "a role")

    monkeypatch.setattr("pathways.editions.due.bring_up_to_date", fail)
    call_command("jobs", once=True)
    assert "refers to “a role”" in caplog.text
    assert client.get("/health/").json() == {"database": True, "worker": False}
    assert page_in("da", "opening").summary != "From next month"


def test_the_tick_asks_once_and_forgets_what_is_long_done(db):
    assert tick() == len(settings.MINUTE_TASKS)
    assert tick() == 0, "what waits is not asked for again"
    call_command("jobs", once=True)
    long_ago = timezone.now() - timedelta(days=2)
    DBTaskResult.objects.update(finished_at=long_ago)
    assert tick() == len(settings.MINUTE_TASKS)
    assert not DBTaskResult.objects.filter(finished_at=long_ago).exists()


def test_a_worker_that_stands_still_is_noticed(client, db):
    call_command("jobs", once=True)
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(minutes=6))
    assert client.get("/health/").json() == {"database": True, "worker": False}

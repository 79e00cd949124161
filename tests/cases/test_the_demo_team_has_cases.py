"""What a newcomer finds in the demo team."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail

from cases.models import Case
from cases.reading.mine.day import day_of
from cases.reading.mine.handing_over import questions_to
from cases.reading.mine.news import news_for
from portal import demo_accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(demo, tmp_path, monkeypatch):
    monkeypatch.setattr(demo_accounts, "PASSWORD_FILE", tmp_path / "demo-password")
    demo_accounts.create()
    return get_user_model().objects.get(email="case-worker@demo.invalid")


def test_a_case_in_every_state(worker):
    cases = Case.objects.visible_to(worker)
    assert cases.open().count() == 10
    assert cases.closed().count() == 2
    day = day_of(worker)
    assert day.overdue
    assert day.soon
    assert day.waiting
    assert day.windows
    assert day.meetings
    assert [line.cover.name for line in day.cases if line.cover.pause] == ["Ved søen"]
    lead = get_user_model().objects.get(email="team-lead@demo.invalid")
    assert len(questions_to(worker)) == 1
    assert {news.words for news in news_for(lead)} == {"Opened a case of your team in an emergency"}
    assert not mail.outbox, "nobody has these addresses"
    before = Case.objects.count()
    demo_accounts.create()
    assert Case.objects.count() == before

"""Pauses come and go by their dates; own deadlines; consultations without a case."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import CasePause, Consultations
from cases.reading.mine.day import day_of
from cases.services.consultations import count_consultation
from cases.services.deadlines import drop_deadline, meet_deadline, set_deadline
from cases.services.pausing import end_pause, pause_case
from cases.work import load
from cases.work.clock import now_for, today_for
from cases.work.load import plan_of
from portal.demo.casework import make_case

from .screens import address

pytestmark = pytest.mark.django_db
CPR = "070761-4285"


@pytest.fixture
def case(kim):
    return make_case(kim, until="first-meeting")


@pytest.fixture
def today(case):
    return today_for(case.team)


@pytest.fixture
def days_later(monkeypatch):
    """Let so many days pass."""

    def pass_days(days):
        monkeypatch.setattr(load, "now_for", lambda team: now_for(team) + timedelta(days=days))

    return pass_days


def pause(case, user, since, until, reason="On holiday"):
    return pause_case(case=case, user=user, since=since, until=until, reason=reason)


def test_a_paused_case_asks_for_nothing_until_its_day(case, kim, today, days_later):
    assert day_of(kim).overdue
    pause(case, kim, today, today + timedelta(days=9))
    day = day_of(kim)
    assert not any((day.overdue, day.due, day.soon, day.waiting))
    assert day.cases[0].cover.pause.reason == "On holiday"
    days_later(9)
    assert not day_of(kim).overdue
    days_later(10)
    assert day_of(kim).overdue
    assert not day_of(kim).cases[0].cover.pause


def test_going_on_early_ends_the_pause(case, kim, today):
    pause(case, kim, today - timedelta(days=2), today + timedelta(days=9))
    end_pause(case=case, user=kim)
    end_pause(case=case, user=kim)
    assert case.pauses.get().until == today - timedelta(days=1)
    assert day_of(kim).overdue
    pause(case, kim, today, today)
    end_pause(case=case, user=kim)
    assert case.pauses.count() == 1


@pytest.mark.parametrize(
    ("since", "until", "reason", "field"),
    [
        (-31, 5, "On holiday", "since"),
        (1, 5, "On holiday", "since"),
        (0, -1, "On holiday", "until"),
        (-5, -1, "On holiday", "until"),
        (0, 5, "", "reason"),
        (0, 5, f"Away, {CPR}", "reason"),
        (0, "", "On holiday", "until"),
    ],
)
def test_a_pause_that_cannot_be_is_refused(client, case, kim, today, since, until, reason, field):
    client.force_login(kim)
    data = {"since": today + timedelta(days=since), "reason": reason}
    data["until"] = until if until == "" else today + timedelta(days=until)
    answer = client.post(address("pause", case), data)
    assert field in answer.context["form"].errors
    assert not case.pauses.exists()


def test_pauses_do_not_overlap_and_do_not_run_backwards(case, kim, today):
    made = pause(case, kim, today, today + timedelta(days=9))
    assert pause(case, kim, today, today + timedelta(days=9)) == made
    with pytest.raises(ValidationError):
        pause(case, kim, today - timedelta(days=1), today + timedelta(days=2))
    with pytest.raises(IntegrityError), transaction.atomic():
        CasePause.objects.update(until=today - timedelta(days=1))


def test_an_own_deadline_comes_in_my_day(case, kim, today, days_later):
    before = len(day_of(kim).soon)
    made = set_deadline(
        case=case, user=kim, day=today + timedelta(days=20), text="Ask the caretaker"
    )
    assert len(day_of(kim).soon) == before
    days_later(14)
    assert "Ask the caretaker" in [entry.text for entry in day_of(kim).soon]
    days_later(21)
    assert "Ask the caretaker" in [entry.text for entry in day_of(kim).overdue]
    for _again in range(2):
        meet_deadline(case=case, user=kim, deadline=made.pk)
    assert "Ask the caretaker" not in [entry.text for entry in day_of(kim).overdue]
    drop_deadline(case=case, user=kim, deadline=made.pk)
    assert case.deadlines.get().done_on


def test_a_deadline_is_set_through_its_form_once(client, case, kim, today):
    client.force_login(kim)
    url = address("deadlines", case, language="en")
    token = client.get(url).context["form"]["form_token"].value()
    data = {"form_token": token, "text": f"Call {CPR}", "day": today - timedelta(days=1)}
    assert "text" in client.post(url, data).context["form"].errors
    data |= {"text": "Call the landlord"}
    assert "day" in client.post(url, data).context["form"].errors
    data |= {"day": today + timedelta(days=1)}
    for _again in range(2):
        assert client.post(url, data).status_code == 302
    client.post(address("deadline_met", case, deadline=case.deadlines.get().pk))
    assert plan_of(case).facts.deadlines == []
    assert "done today" in client.get(url).content.decode()


def test_a_consultation_is_counted_without_a_case(client, kim, team, stranger):
    client.force_login(kim)
    url = reverse("cases:consultations")
    data = {"team": team.pk, "seen": 0}
    for _again in range(2):
        assert client.post(url, data).status_code == 302
    assert Consultations.objects.get().number == 1
    client.post(url, data | {"seen": 1})
    client.post(url, data | {"seen": 2, "less": "1"})
    assert client.get(url).context["teams"][0].today == 1
    assert not kim.cases.exists()
    assert {field.name for field in Consultations._meta.fields} == {"id", "team", "day", "number"}
    client.force_login(stranger)
    assert client.post(url, data | {"seen": 1}).status_code == 404
    with pytest.raises(PermissionDenied):
        count_consultation(user=stranger, team=team, seen=1)
    for wrong in ({"team": "x"}, {"seen": "-1"}, {"seen": ""}):
        client.force_login(kim)
        assert client.post(url, data | wrong).status_code == 404

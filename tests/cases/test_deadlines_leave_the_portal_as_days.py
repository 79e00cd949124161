"""The calendar behind a secret and the mail a day: days, counts and a link, nothing else."""

import zoneinfo
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from accounts.models import AccessEntry, Country, Membership
from cases.models import CalendarKey, DailyMail
from cases.reading.mine.outward import days_of
from cases.services import outward
from cases.tasks import send_mails
from cases.work.clock import ZONES
from portal.demo.casework import make_case

pytestmark = pytest.mark.django_db(transaction=True)
WEEKDAY = datetime(2026, 11, 25, 9, tzinfo=zoneinfo.ZoneInfo("Europe/Copenhagen"))


@pytest.fixture
def case(kim):
    return make_case(kim, until="first-meeting", alias="Blue house")


@pytest.fixture
def address(client, case, kim):
    """The address of Kim's calendar; nobody is signed in any more."""
    client.force_login(kim)
    page = client.post(reverse("cases:calendar_make"))
    client.logout()
    return page.context["address"].removeprefix(settings.BASE_URL)


def events(answer):
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_each_day_with_a_deadline_is_there_once_and_says_no_more(client, address, case, kim):
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in answer.headers["Cache-Control"]
    days = [event.decoded("dtstart") for event in events(answer)]
    assert days == days_of(kim) != []
    assert len({str(event["uid"]) for event in events(answer)}) == len(days)
    assert {str(event["summary"]) for event in events(answer)} == {"Deadline in a case"}
    text = answer.content.decode()
    assert "DTSTART;VALUE=DATE:" in text
    for word in (case.reference, case.alias, case.record_number, "Kim", f"/cases/{case.pk}/"):
        assert word not in text
    allowed = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL", "TRANSP"}
    assert {key for event in events(answer) for key in event} == allowed


@pytest.mark.parametrize("country", Country.values)
def test_the_day_is_the_teams_day_wherever_it_is_read(client, address, case, team, country):
    team.country = country
    team.save()
    for event in events(client.get(address)):
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        assert not isinstance(start, datetime)
        assert end - start == timedelta(days=1)
    assert country in ZONES


def test_what_has_not_changed_is_not_sent_again(client, address, case):
    first = client.get(address)
    tag = first.headers["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    case.milestones.all().delete()
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200
    assert AccessEntry.objects.filter(route="cases:calendar", verb="exported").count() == 2


def test_a_secret_is_kept_nowhere_and_good_until_revoked(client, address, kim):
    secret = address.rpartition("/")[2].removesuffix(".ics")
    assert secret not in str(CalendarKey.objects.values())
    client.force_login(kim)
    assert secret not in client.get(reverse("cases:outward")).content.decode()
    new = client.post(reverse("cases:calendar_make")).context["address"]
    assert client.get(address).status_code == 404
    new = new.removeprefix(settings.BASE_URL)
    assert client.get(new).status_code == 200
    client.post(reverse("cases:calendar_revoke"))
    assert client.get(new).status_code == 404
    assert "good no longer" in str(client.get(f"/en{reverse('cases:outward')[3:]}").content)


def test_closed_accounts_have_no_calendar_and_who_left_an_empty_one(client, address, kim, team):
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(user=kim).update(since=yesterday, until=yesterday)
    assert not events(client.get(address))
    kim.is_active = False
    kim.save()
    assert client.get(address).status_code == 404


def test_the_query_count_does_not_grow_with_cases(
    client, address, kim, django_assert_max_num_queries
):
    make_case(kim)
    make_case(kim, until="contact")
    with django_assert_max_num_queries(26):
        client.get(address)


@pytest.fixture
def morning(monkeypatch):
    """A working day at nine, which can be moved."""

    def at(moment):
        monkeypatch.setattr(outward, "now_for", lambda team: moment)

    at(WEEKDAY)
    return at


def test_the_mail_comes_once_a_day_however_often_the_job_runs(case, kim, ada, morning):
    for _again in range(2):
        send_mails.func()
    [message] = mail.outbox
    assert message.to == [kim.email]
    text = str(message.message())
    assert "deadline in a case" in text
    assert "Overdue: " in text
    for word in (case.reference, case.alias, case.record_number, "Kim"):
        assert word not in text
    morning(WEEKDAY + timedelta(days=1))
    send_mails.func()
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("why", ["not wanted", "too early", "on a Sunday", "nothing due", "closed"])
def test_no_mail(client, case, kim, morning, why):
    if why == "not wanted":
        client.force_login(kim)
        client.post(reverse("cases:daily_mail"), {"wanted": "no"})
    elif why == "too early":
        morning(WEEKDAY.replace(hour=5))
    elif why == "on a Sunday":
        morning(WEEKDAY + timedelta(days=4))
    elif why == "nothing due":
        case.milestones.all().delete()
    else:
        kim.is_active = False
        kim.save()
    send_mails.func()
    assert not mail.outbox


def test_one_that_cannot_be_sent_holds_up_no_other(case, kim, ada, morning, monkeypatch):
    make_case(ada, until="first-meeting")
    real = outward.send_deadlines

    def fails_for_kim(person, *args):
        if person == kim:
            raise ConnectionRefusedError
        real(person, *args)

    monkeypatch.setattr(outward, "send_deadlines", fails_for_kim)
    with pytest.raises(RuntimeError):
        send_mails.func()
    assert [message.to for message in mail.outbox] == [[ada.email]]
    assert DailyMail.objects.filter(sent_on=WEEKDAY.date()).count() == 2


def test_the_mail_is_chosen_on_a_screen(client, kim):
    client.force_login(kim)
    assert client.get(reverse("cases:outward")).context["wants_mail"]
    for wanted in ("no", "yes"):
        client.post(reverse("cases:daily_mail"), {"wanted": wanted})
        assert client.get(reverse("cases:outward")).context["wants_mail"] == (wanted == "yes")

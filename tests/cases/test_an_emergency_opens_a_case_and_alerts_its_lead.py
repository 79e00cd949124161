"""Break-glass: another team's case, with a reason, for some hours; the lead is told at once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.models import AccessEntry, Membership
from cases.models import CaseEmergency
from portal.demo.casework import make_case
from tests.accounts.people import join, make_person, make_team

from .screens import address

pytestmark = pytest.mark.django_db(transaction=True)
URL = "cases:emergency"
REASON = "The night shift rang about this"


@pytest.fixture
def robin(team):
    person = make_person(first_name="Robin")
    join(person, make_team(team.organisation))
    return person


@pytest.fixture
def case(kim, ada):
    return make_case(kim, until="first-meeting", alias="Blue house")


def open_it(client, person, case, **data):
    client.force_login(person)
    good = {"reference": case.reference, "reason": REASON, "hours": "4"}
    return client.post(reverse(URL), good | data)


def test_it_can_be_read_and_not_changed_and_the_lead_knows(client, case, robin, ada, kim):
    client.force_login(robin)
    assert client.get(address("case", case)).status_code == 404
    assert open_it(client, robin, case).url == address("case", case)
    page = client.get(address("case", case, language="en"))
    assert REASON in page.content.decode()
    assert client.get(address("step", case)).status_code == 200
    for name in ("tick", "undo", "reopen", "close", "hand_over", "details"):
        assert client.post(address(name, case), {"batch": 1}).status_code == 403, name
    client.force_login(ada)
    [news] = client.get(address("my_day", language="en")).context["news"]
    assert (news.by, news.words) == ("Robin", "Opened a case of your team in an emergency")
    [message] = mail.outbox
    assert message.to == [ada.email]
    for word in (REASON, "Robin", case.reference, case.alias, "emergency"):
        assert word not in str(message.message())
    log = AccessEntry.objects.filter(object_id=str(case.pk), actor_id=robin.pk)
    assert {"emergency", "viewed"} <= set(log.values_list("verb", flat=True))
    assert case.events.get(kind="emergency").reason == REASON


@pytest.mark.parametrize("ends", ["in time", "by the lead", "by whoever opened it", "by leaving"])
def test_it_ends(client, case, robin, ada, kim, ends):
    open_it(client, robin, case)
    one = CaseEmergency.objects.get()
    end = address("emergency_end", case, emergency=one.pk)
    client.force_login(kim)
    assert client.post(end).status_code == 403
    if ends == "in time":
        now = timezone.now()
        CaseEmergency.objects.update(since=now - timedelta(hours=4), until=now)
    elif ends == "by leaving":
        yesterday = timezone.localdate() - timedelta(days=1)
        Membership.objects.filter(user=robin).update(since=yesterday, until=yesterday)
    else:
        client.force_login(ada if ends == "by the lead" else robin)
        assert client.post(end).status_code == 302
    client.force_login(robin)
    assert client.get(address("case", case)).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reference", "1999-0001"),
        ("reference", ""),
        ("reason", ""),
        ("reason", "Because"),
        ("reason", "It is about 010180-1234"),
        ("hours", "99"),
        ("hours", ""),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_the_field(client, case, robin, field, value):
    page = open_it(client, robin, case, **{field: value})
    assert page.context["form"].errors[field]
    assert not CaseEmergency.objects.exists()
    assert not mail.outbox


def test_another_organisation_stays_outside(client, case, stranger):
    assert open_it(client, stranger, case).context["form"].errors["reference"]


def test_who_is_in_no_team_has_no_emergencies(client, case):
    assert open_it(client, make_person(is_superuser=True), case).status_code == 403


def test_posted_twice_it_alerts_once_and_ones_own_case_alerts_nobody(client, case, robin, kim):
    for _again in range(2):
        open_it(client, robin, case)
    open_it(client, kim, case)
    assert CaseEmergency.objects.count() == 1
    assert len(mail.outbox) == 1


def test_a_team_without_a_lead_is_told_itself(client, case, robin, ada, kim):
    Membership.objects.filter(lead=True).update(lead=False)
    open_it(client, robin, case)
    assert {message.to[0] for message in mail.outbox} == {ada.email, kim.email}

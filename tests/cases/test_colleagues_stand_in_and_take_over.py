"""Absence with a substitute, and all the work of somebody who leaves."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import Membership
from cases.models import Absence, Case, CaseHandover
from cases.reading.mine.day import day_of
from cases.services.absence import be_away
from cases.services.assigning import assign_item
from cases.services.handing_over import ask
from cases.work.clock import today_for
from portal.demo.casework import make_case
from tests.accounts.people import join, make_person

from .screens import address

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


@pytest.fixture
def ola(team):
    person = make_person(first_name="Ola")
    join(person, team)
    return person


@pytest.fixture
def case(kim):
    return make_case(kim, until="first-meeting")


def pressing(user):
    day = day_of(user)
    return day.overdue + day.due + day.soon


def place(person):
    return person.memberships.get().pk


def away(case, kim, ola, first=0, last=3, by=None):
    today = today_for(case.team)
    return be_away(
        user=by or kim,
        person=kim,
        team=case.team,
        substitute=ola,
        first_day=today + first * DAY,
        last_day=today + last * DAY,
    )


def typed(kim, ola, first, last):
    return {
        "person": place(kim),
        "substitute": place(ola),
        "first_day": first.isoformat(),
        "last_day": last.isoformat(),
    }


def test_the_substitute_has_the_work_on_their_day_while_it_lasts(client, case, kim, ola):
    assert not pressing(ola)
    client.force_login(kim)
    today = today_for(case.team)
    url = reverse("cases:absence")
    assert client.post(url, typed(kim, ola, today, today + DAY)).status_code == 302
    assert [entry.instead_of for entry in pressing(ola)] == ["Kim"] * len(pressing(kim))
    assert pressing(kim)
    assert len(day_of(ola).cases) == 1
    client.force_login(ola)
    page = client.get(reverse("cases:my_day"))
    assert "for Kim, who is away" in page.content.decode()
    assert page.context["news"][0].words == "You stand in for a colleague who is away"
    assert mail.outbox[-1].to == [ola.email]
    assert "Kim" not in str(mail.outbox[-1].message())
    case.refresh_from_db()
    assert case.responsible == kim
    client.force_login(kim)
    client.post(reverse("cases:absence_end", args=[Absence.objects.get().pk]))
    assert not pressing(ola)


@pytest.mark.parametrize(("first", "last"), [(1, 3), (-3, -1)])
def test_before_and_after_there_is_no_substitute(case, kim, ola, first, last):
    today = today_for(case.team)
    Absence.objects.create(
        user=kim,
        team=case.team,
        substitute=ola,
        first_day=today + first * DAY,
        last_day=today + last * DAY,
    )
    assert not pressing(ola)


def test_an_absence_that_cannot_be_is_said_beside_the_field(client, case, kim, ola, stranger):
    client.force_login(kim)
    url, today = reverse("cases:absence"), today_for(case.team)
    wrong = {
        "last_day": typed(kim, ola, today, today - DAY),
        "substitute": typed(kim, kim, today, today),
        "person": typed(ola, kim, today, today),
    }
    wrong["first_day"] = {**typed(kim, ola, today, today), "first_day": "tomorrow"}
    for field, data in wrong.items():
        assert client.post(url, data).context["form"].errors[field], field
    data = typed(kim, ola, today, today) | {"substitute": place(stranger)}
    assert client.post(url, data).context["form"].errors["substitute"]
    away(case, kim, ola)
    assert away(case, kim, ola)
    data = typed(kim, ola, today + DAY, today + 9 * DAY)
    assert client.post(url, data).context["form"].non_field_errors()
    assert Absence.objects.count() == 1


def test_only_the_lead_says_it_of_others(client, case, kim, ada, ola, stranger):
    absence = away(case, kim, ola, by=ada)
    url = reverse("cases:absence_end", args=[absence.pk])
    for person, status in ((ola, 403), (stranger, 404)):
        client.force_login(person)
        assert client.post(url).status_code == status
    assert Absence.objects.exists()


def test_all_work_of_somebody_who_leaves_is_asked_for_at_once(client, case, kim, ada, ola):
    make_case(kim)
    hers = make_case(ada, until="first-meeting")
    assign_item(case=hers, user=ada, step="first-meeting", item="print-agreement", person=kim)
    client.force_login(ada)
    url = reverse("cases:leaving")
    data = {"person": place(kim), "to": place(ola)}
    assert client.post(url, data | {"look": 1}).context["cases"] == 3
    mail.outbox.clear()
    assert client.post(url, data).status_code == 302
    again = client.post(url, data, follow=True)
    assert again.context["notices"][-1].text == "There was nothing more to ask for."
    assert CaseHandover.objects.filter(person=ola, state="asked").count() == 2
    assert [message.to for message in mail.outbox] == [[ola.email]]
    assert "2" in mail.outbox[0].body.split()
    assert hers.items.get(item_key="print-agreement").assigned_to is None
    assert Case.objects.filter(responsible=kim).count() == 2
    client.force_login(ola)
    questions = client.get(reverse("cases:my_day")).context["questions"]
    client.post(reverse("cases:accept_all"), {"question": [each.pk for each in questions]})
    assert not Case.objects.filter(responsible=kim).exists()
    assert Case.objects.filter(responsible=ola).count() == 2


def test_the_lead_takes_over_from_somebody_who_has_left(client, case, kim, ada):
    client.force_login(ada)
    url, data = reverse("cases:leaving"), {"person": place(kim), "to": place(ada)}
    assert "still in the team" in str(client.post(url, data).context["form"].errors["to"])
    yesterday = today_for(case.team) - DAY
    Membership.objects.filter(user=kim).update(since=yesterday, until=yesterday)
    assert client.post(url, data).status_code == 302
    case.refresh_from_db()
    assert case.responsible == ada


def test_nobody_but_the_lead_hands_over_what_is_others(client, case, kim, ada, ola, stranger):
    for person in (kim, ola, stranger):
        client.force_login(person)
        data = {"person": place(kim), "to": place(ola)}
        assert client.post(reverse("cases:leaving"), data).status_code == 403
    assert not CaseHandover.objects.exists()


def test_nobody_accepts_what_others_are_asked(client, case, kim, ada, ola):
    ask(case=case, user=kim, person=ada, team=case.team)
    question = CaseHandover.objects.get()
    for person in (kim, ola):
        client.force_login(person)
        client.post(reverse("cases:accept_all"), {"question": [question.pk, "x"]})
    case.refresh_from_db()
    assert case.responsible == kim


def test_screens_say_who_is_away_to_the_team_alone(client, case, kim, ola, stranger):
    away(case, kim, ola)
    client.force_login(stranger)
    assert not client.get(reverse("cases:absence")).context["absences"]
    client.force_login(ola)
    assert "Kim" in client.get(address("absence", language="en")).content.decode()

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Membership
from accounts.roles import Role

from .people import join, make_person, make_team


@pytest.fixture
def own_team(db):
    return make_team(name="Own team")


@pytest.fixture
def lead(own_team, client):
    person = make_person(Role.TEAM_LEAD)
    join(person, own_team, lead=True)
    client.force_login(person)
    return person


@pytest.fixture
def elsewhere(db):
    return join(make_person(Role.CASE_WORKER, last_name="Elsewhere"), make_team(name="Other team"))


def data(person, team, **fields):
    return {"user": person.pk, "team": team.pk, "since": str(timezone.localdate()), **fields}


def test_a_lead_sees_the_own_team_only(client, lead, own_team, elsewhere):
    shown = client.get(reverse("membership:index")).content.decode()
    assert "Own team" in shown
    assert "Other team" not in shown
    assert "Elsewhere" not in shown


def test_a_lead_lets_somebody_in_and_out_again(client, lead, own_team):
    newcomer = make_person(Role.CASE_WORKER)
    answer = client.post(reverse("membership:add"), data(newcomer, own_team, lead="on"))
    assert answer.status_code == 302, answer.context["form"].errors
    membership = Membership.objects.get(user=newcomer)
    assert not membership.lead, "only administrators say who leads"
    edit = reverse("membership:edit", args=[membership.pk])
    until = str(timezone.localdate())
    assert client.post(edit, data(newcomer, own_team, until=until)).status_code == 302
    membership.refresh_from_db()
    assert membership.until == timezone.localdate()


def test_a_lead_adds_nobody_to_another_team(client, lead, elsewhere):
    answer = client.post(reverse("membership:add"), data(make_person(), elsewhere.team))
    assert "team" in answer.context["form"].errors
    assert Membership.objects.filter(team=elsewhere.team).count() == 1


@pytest.mark.parametrize("view", ["edit", "delete", "history", "history_results", "usage"])
def test_a_membership_of_another_team_is_not_there(client, lead, elsewhere, view):
    address = reverse(f"membership:{view}", args=[elsewhere.pk])
    assert client.get(address).status_code == 404
    assert client.post(address).status_code in (404, 405)
    assert Membership.objects.filter(pk=elsewhere.pk).exists()


def test_a_lead_does_not_prolong_the_own_lead(client, lead, own_team):
    own = Membership.objects.get(user=lead)
    assert client.get(reverse("membership:edit", args=[own.pk])).status_code == 404


def test_a_lead_whose_time_is_over_sees_nobody(client, lead, own_team):
    Membership.objects.filter(user=lead).update(
        since="2026-01-01", until=timezone.localdate() - timezone.timedelta(days=1)
    )
    assert "Own team" not in client.get(reverse("membership:index")).content.decode()


@pytest.mark.parametrize("model", ["team", "organisation", "closure"])
def test_teams_and_organisations_are_the_administrators(client, lead, model):
    for view in ("index", "add"):
        answer = client.get(reverse(f"{model}:{view}"))
        assert answer.status_code == 302
        assert answer.url == reverse("wagtailadmin_home")


def test_an_administrator_makes_an_organisation_with_a_team_and_its_lead(client, db):
    client.force_login(make_person(Role.ADMINISTRATOR))
    answer = client.post(reverse("organisation:add"), {"name": "Byen", "kind": "own"})
    assert answer.status_code == 302, answer.context["form"].errors
    team = {"name": "Team Vest", "organisation": 1, "country": "NO", "record_link": ""}
    from accounts.models import Organisation, Team

    team["organisation"] = Organisation.objects.get(name="Byen").pk
    answer = client.post(reverse("team:add"), team)
    assert answer.status_code == 302, answer.context["form"].errors
    person = make_person(Role.TEAM_LEAD)
    made = Team.objects.get(name="Team Vest")
    answer = client.post(reverse("membership:add"), data(person, made, lead="on"))
    assert answer.status_code == 302, answer.context["form"].errors
    assert [*Team.objects.led_by(person)] == [made]


def test_an_organisation_with_a_team_is_not_deleted(client, own_team):
    client.force_login(make_person(Role.ADMINISTRATOR))
    client.post(reverse("organisation:delete", args=[own_team.organisation_id]))
    own_team.refresh_from_db()


def test_a_personal_number_is_no_name_of_a_team(client, own_team):
    client.force_login(make_person(Role.ADMINISTRATOR))
    answer = client.post(
        reverse("team:edit", args=[own_team.pk]),
        {
            "name": "Team 070790-9999",
            "organisation": own_team.organisation_id,
            "country": "DK",
            "record_link": "",
        },
    )
    assert answer.status_code == 200
    assert "name" in answer.context["form"].errors

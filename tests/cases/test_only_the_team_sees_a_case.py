"""Access to every screen of cases: by being in the team, and by nothing else."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.models import AccessEntry, Membership, Organisation
from accounts.roles import Role
from cases.models import Case
from cases.services.handing_over import ask as ask_over
from cases.work.clock import today_for
from portal.demo.casework import make_case
from tests.accounts.people import make_organisation, make_person

from .screens import ABOUT_NO_CASE, ask, names

pytestmark = [pytest.mark.django_db, pytest.mark.once]
FOR_OTHERS = {
    "find_log": "privacy officers",
    "retention": "privacy officers",
    "retention_change": "privacy officers",
    "erased": "privacy officers, where something was",
    "calendar": "whoever knows the secret, without signing in",
    "log": "the team's lead and privacy officers",
    "leaving": "the team's lead",
    "absence_end": "whoever is away and the lead: tested with absences",
    "emergency_end": "whoever opened it, and the lead",
    "handover_accept": "whoever is asked",
    "handover_refuse": "whoever is asked",
}
OF_OFFICERS = {"log", "find_log", "retention", "retention_change", "erased"}
OF_MEMBERS = [name for name in names() if name not in FOR_OTHERS]


@pytest.fixture
def case(kim, ada):
    partner = make_organisation(kind=Organisation.Kind.PARTNER)
    made = make_case(kim, until="internal-information", consent=True, shown_to=partner)
    ask_over(case=made, user=kim, person=ada, team=made.team)
    return made


@pytest.fixture(params=[*Role.values, "superuser", "stranger", "former", "future"])
def outsider(request, stranger, case):
    """Somebody who is signed in and not in the team today."""
    if request.param == "stranger":
        return stranger
    if request.param == "superuser":
        return make_person(is_superuser=True)
    if request.param in ("former", "future"):
        person = make_person(Role.CASE_WORKER)
        today = today_for(case.team)
        days = {"since": today - timedelta(days=9), "until": today - timedelta(days=1)}
        if request.param == "future":
            days = {"since": today + timedelta(days=1)}
        Membership.objects.create(user=person, team=case.team, **days)
        return person
    return make_person(Role(request.param))


def test_members_get_everywhere(client, kim, case):
    client.force_login(kim)
    for name in OF_MEMBERS:
        assert ask(client, name, case).status_code in (200, 302), name


def test_nobody_else_gets_anywhere(client, case, outsider):
    client.force_login(outsider)
    for name in set(names()) - OF_OFFICERS - {"calendar"}:
        answer = ask(client, name, case)
        about_none = name in ABOUT_NO_CASE
        if about_none and outsider.memberships.current().exists():
            assert answer.status_code in (200, 302, 403, 404)
            assert case.reference not in answer.content.decode()
        else:
            assert answer.status_code == (403 if about_none else 404), name


def test_without_signing_in_there_is_the_door(client, case):
    for name in set(names()) - {"calendar"}:
        answer = ask(client, name, case)
        assert answer.status_code == 302, name
        assert answer.url.startswith(reverse("account_login")[:3])
        assert "sign-in" in answer.url


def test_the_log_is_for_the_lead_and_the_privacy_officer(client, case, kim, ada, stranger):
    officer = make_person(Role.PRIVACY_OFFICER)
    for person, status in ((ada, 200), (officer, 200), (kim, 404), (stranger, 404)):
        client.force_login(person)
        assert ask(client, "log", case).status_code == status
    client.force_login(officer)
    page = ask(client, "log", case).content.decode()
    assert case.reference in page
    assert case.record_number not in page
    found = client.post(reverse("cases:find_log"), {"words": case.reference})
    assert found.url == reverse("cases:log", args=[case.pk])
    client.force_login(ada)
    assert client.get(reverse("cases:find_log")).status_code == 403
    way = f'href="{reverse("cases:log", args=[case.pk])}"'
    assert way in ask(client, "case", case).content.decode()
    client.force_login(kim)
    assert way not in ask(client, "case", case).content.decode()


def test_every_view_change_and_refusal_is_written_down(client, case, kim, stranger):
    entries = AccessEntry.objects.filter(object_type="cases.case", object_id=str(case.pk))
    before = entries.count()
    client.force_login(kim)
    ask(client, "case", case)
    client.force_login(stranger)
    ask(client, "case", case)
    ask(client, "tick", case)
    assert entries.count() == before + 3
    latest = [(e.actor_id, e.verb, e.outcome, e.route) for e in entries[:3]]
    assert latest == [
        (stranger.pk, "viewed", "refused", "cases:tick"),
        (stranger.pk, "viewed", "refused", "cases:case"),
        (kim.pk, "viewed", "done", "cases:case"),
    ]


@pytest.mark.parametrize("pk", [0, 10**6, 10**30])
def test_a_case_that_never_was(client, kim, pk):
    client.force_login(kim)
    assert client.get(f"/da/cases/{pk}/").status_code == 404


def test_what_belongs_to_another_case_is_not_found_under_mine(client, case, kim, stranger):
    mine = make_case(stranger)
    client.force_login(stranger)
    theirs = {
        "milestone_correct": {"milestone": case.milestones.first().pk},
        "consent_correct": {"consent": case.consents.first().pk},
        "consent_withdraw": {"consent": case.consents.first().pk},
    }
    for name, values in theirs.items():
        assert ask(client, name, mine, **values).status_code == 404, name
    ask(client, "milestone_take_back", mine, milestone=case.milestones.first().pk)
    assert case.milestones.exists()


def test_a_case_is_found_in_ones_own_team_only(client, case, kim, stranger):
    for words in (case.reference, case.record_number):
        client.force_login(kim)
        found = client.post(reverse("cases:find"), {"words": f" {words} "})
        assert found.url == reverse("cases:case", args=[case.pk])
        client.force_login(stranger)
        assert client.post(reverse("cases:find"), {"words": words}).status_code == 200


def test_nothing_is_kept_by_browsers_or_between_them(client, kim, case):
    client.force_login(kim)
    for name in OF_MEMBERS:
        assert "no-store" in ask(client, name, case).headers["Cache-Control"], name


def test_being_a_superuser_opens_nothing(case):
    assert not Case.objects.visible_to(make_person(is_superuser=True)).exists()

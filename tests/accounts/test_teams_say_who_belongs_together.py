from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Closure, Membership, Organisation, Team
from accounts.models.team import validate_record_link
from accounts.roles import Role

from .people import join, make_organisation, make_person, make_team

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
DAY = timedelta(days=1)


def test_somebody_belongs_to_a_team_from_the_first_day_to_the_last():
    person, team = make_person(Role.CASE_WORKER), make_team()
    join(person, team, since=date(2026, 3, 2), until=date(2026, 3, 31))
    for day, belongs in [
        (date(2026, 3, 1), False),
        (date(2026, 3, 2), True),
        (date(2026, 3, 31), True),
        (date(2026, 4, 1), False),
    ]:
        assert Team.objects.of(person, day).exists() is belongs, day


def test_only_who_leads_a_team_leads_it():
    person, led, other = make_person(), make_team(), make_team()
    join(person, led, lead=True)
    join(person, other)
    assert [*Team.objects.led_by(person)] == [led]
    assert {*Team.objects.of(person)} == {led, other}


def test_neither_a_superuser_nor_a_blocked_account_belongs_to_a_team():
    superuser = make_person(Role.ADMINISTRATOR, is_superuser=True)
    gone, team = make_person(Role.CASE_WORKER), make_team()
    join(gone, team, lead=True)
    gone.is_active = False
    gone.save()
    for person in (superuser, gone):
        assert not Team.objects.of(person).exists()
        assert not Team.objects.led_by(person).exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"since": date(2026, 3, 2), "until": date(2026, 3, 1)},
        {"since": date(2026, 1, 1)},
    ],
)
def test_the_database_refuses_wrong_times_in_a_team(fields):
    person, team = make_person(), make_team()
    join(person, team, since=date(2026, 1, 1), until=date(2026, 1, 31))
    with pytest.raises(IntegrityError), transaction.atomic():
        join(person, team, **fields)


@pytest.mark.parametrize(
    ("since", "until", "refused"),
    [
        (date(2026, 2, 1), None, False),
        (date(2026, 1, 31), None, True),
        (date(2025, 12, 1), date(2026, 1, 1), True),
        (date(2025, 12, 1), date(2025, 12, 31), False),
    ],
)
def test_nobody_is_in_a_team_twice_at_a_time(since, until, refused):
    person, team = make_person(), make_team()
    join(person, team, since=date(2026, 1, 1), until=date(2026, 1, 31))
    again = Membership(user=person, team=team, since=since, until=until)
    if refused:
        with pytest.raises(ValidationError, match="in this team at that time already"):
            again.full_clean()
    else:
        again.full_clean()


def test_a_partner_has_no_team_and_nobody_in_one():
    partner = make_organisation(Organisation.Kind.PARTNER)
    with pytest.raises(ValidationError, match="A partner cannot have teams"):
        Team(organisation=partner, name="Team", country="NO").full_clean()
    person, team = make_person(Role.PARTNER, organisation=partner), make_team()
    with pytest.raises(ValidationError, match="cannot be in a team"):
        Membership(user=person, team=team).full_clean()
    team.organisation.kind = Organisation.Kind.PARTNER
    with pytest.raises(ValidationError, match="has teams"):
        team.organisation.full_clean()


def test_two_organisations_differ_in_more_than_capital_letters():
    make_organisation(name="Byen")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_organisation(name="BYEN")


def test_a_record_number_is_put_into_the_teams_address():
    team = make_team(record_link="https://records.example/open?id={number}")
    assert team.record_address("A 7/2026") == "https://records.example/open?id=A%207%2F2026"
    assert team.record_address("") == ""
    assert make_team().record_address("7") == ""


@pytest.mark.parametrize(
    "pattern",
    [
        "https://records.example/",
        "http://records.example/{number}",
        "https://{number}.example/",
        "https://records.example/{number}/{number}",
        "javascript:alert({number})",
    ],
)
def test_a_pattern_that_leads_nowhere_safe_is_refused(pattern):
    with pytest.raises(ValidationError):
        validate_record_link(pattern)


def test_closures_are_found_by_their_days():
    organisation = make_organisation()
    summer = Closure.objects.create(
        organisation=organisation,
        name="Summer",
        first_day=date(2026, 7, 13),
        last_day=date(2026, 7, 24),
    )
    between = organisation.closures.between
    assert [*between(date(2026, 7, 24), date(2026, 8, 1))] == [summer]
    assert not between(date(2026, 7, 25), date(2026, 8, 1)).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Closure.objects.create(
            organisation=organisation, name="Wrong", first_day=TODAY(), last_day=TODAY() - DAY
        )

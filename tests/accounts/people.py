"""People for tests: one who holds a role, teams, and who is in them."""

import itertools

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from accounts.models import Country, Membership, Organisation, Team

_numbers = itertools.count(1)


def make_person(*roles, **fields):
    """Somebody who can sign in and holds these roles."""
    email = fields.pop("email", f"person-{next(_numbers)}@example.org")
    person = get_user_model().objects.create_user(email, "long-and-never-said", **fields)
    person.groups.add(*Group.objects.filter(name__in=[role.value for role in roles]))
    return person


def make_organisation(kind=Organisation.Kind.OWN, **fields):
    fields.setdefault("name", f"Organisation {next(_numbers)}")
    return Organisation.objects.create(kind=kind, **fields)


def make_team(organisation=None, country=Country.DENMARK, **fields):
    fields.setdefault("name", f"Team {next(_numbers)}")
    organisation = organisation or make_organisation()
    return Team.objects.create(organisation=organisation, country=country, **fields)


def join(person, team, **fields):
    return Membership.objects.create(user=person, team=team, **fields)

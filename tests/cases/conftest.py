"""A team with a case worker, and the demo's pathways with their editions in force."""

import pytest

from accounts.models import Country
from accounts.roles import Role
from portal.demo.casework import make_case
from tests.accounts.people import join, make_person, make_team

from .browsing import look, server, tab, worker

__all__ = ["look", "server", "tab", "worker"]  # fixtures


@pytest.fixture
def team(demo):
    """A Danish team with a record system."""
    return make_team(country=Country.DENMARK, record_link="https://records.example/{number}")


@pytest.fixture
def kim(team):
    """A case worker of the team."""
    person = make_person(Role.CASE_WORKER, first_name="Kim")
    join(person, team)
    return person


@pytest.fixture
def ada(team):
    """A colleague, who leads the team."""
    person = make_person(Role.TEAM_LEAD, first_name="Ada")
    join(person, team, lead=True)
    return person


@pytest.fixture
def stranger(demo):
    """A case worker of another team."""
    person = make_person(Role.CASE_WORKER, first_name="Robin")
    join(person, make_team())
    return person


@pytest.fixture
def case(kim):
    """A case that was opened thirty days ago and in which nothing was done."""
    return make_case(kim)

"""Whoever tries too often waits, whichever door it is, and is told so."""

import re

import pytest
from django.core import mail

from accounts.models import Invitation
from tests.accounts.codes import give_second_step
from tests.editors import PASSWORD

EMAIL = "reader@example.org"
WRONG = {"password1": "x", "password2": "y"}


@pytest.fixture
def reader(db, django_user_model):
    return django_user_model.objects.create_user(EMAIL, PASSWORD)


def invitation(client):
    invited = Invitation(email="ada@example.org")
    token = invited.new_token()
    invited.save()
    return f"/en/account/invitation/{token}/"


def link(client):
    client.post("/en/account/password/forgotten/", {"email": EMAIL})
    path = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    return client.get(path).url


DOORS = {
    "a new password by mail": (lambda _c: "/en/account/password/forgotten/", {"email": "x@e.org"}),
    "an invitation": (invitation, WRONG),
    "a link to a new password": (link, WRONG),
}
INSIDE = {
    "showing who one is": ("/en/account/confirm/", {"password": "x"}),
    "showing it with a code": ("/en/account/second-step/reauthenticate/", {"code": "000000"}),
    "a change of the password": ("/en/account/password/", {"oldpassword": "x", **WRONG}),
}


def tried(client, address, data):
    """The last of many answers, once it is no longer what the first was."""
    for _try in range(31):
        answer = client.post(address, data)
        assert answer.status_code < 500
    return answer


@pytest.mark.parametrize("door", DOORS)
def test_from_outside(client, reader, door):
    address, data = DOORS[door]
    answer = tried(client, address(client), data)
    assert answer.status_code == 429
    assert "A little too fast" in answer.content.decode()


@pytest.mark.parametrize("door", INSIDE)
def test_from_inside(client, reader, door):
    give_second_step(reader)
    client.force_login(reader)
    address, data = INSIDE[door]
    answer = tried(client, address, data)
    html = answer.content.decode()
    assert "A little too fast" in html or "Wait five minutes" in html or "Wait a minute" in html

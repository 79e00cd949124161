"""The access matrix: every address of the portal and Wagtail's, for every role."""

import pytest
from django.urls import reverse

from tests.accounts.people import make_person

from .addresses import all_addresses
from .answers import BROKEN, IN, ask
from .table import ADMIN, BREAKS, NOBODY, OPEN_IN_THE_ADMIN, OURS, SENDS_ON, WAGTAILS
from .world import ROLES, make_examples, sign_in

pytestmark = pytest.mark.once
OF_EACH = 4  # a sample asks for a part of Wagtail's addresses as each role, and for all as some


def test_every_address_has_a_row():
    rows = OURS.keys() | WAGTAILS.keys() | SENDS_ON | BREAKS
    missing = sorted({address.row for address in all_addresses()} - rows)
    assert not missing, f"Say in table.py who is let in here: {missing}"
    assert len(all_addresses()) * len(ROLES) > 1000


@pytest.mark.endurance
@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_each_role_is_let_in_where_the_table_says_and_nowhere_else(sample, client, role, size):
    client.raise_request_exception = False
    part = size(sampled=OF_EACH, full=1)
    examples = make_examples()
    cookies = sign_in(client, role)
    wrong = []
    for number, address in enumerate(all_addresses(), start=ROLES.index(role)):
        if address.row in SENDS_ON | BREAKS or (address.row in WAGTAILS and number % part):
            continue
        answer = ask(client, cookies, address.example(examples))
        if not _agrees(address, role, answer):
            wrong.append(f"{address.row} {address.example(examples)}: {answer}")
    assert not wrong, "\n".join([f"As {role}:", *wrong])


def _agrees(address, role, answer):
    if address.row in OURS:
        return answer != BROKEN and (answer == IN) == (role in OURS[address.row])
    # Some of Wagtail's break at an empty form: who comes that far was let in.
    is_in = answer in (IN, BROKEN)
    if f"{address.namespace}:{address.name}" in OPEN_IN_THE_ADMIN:
        return not is_in or role in ADMIN
    return not is_in or role in WAGTAILS.get(address.row, NOBODY)


@pytest.mark.django_db
def test_wagtails_own_door_is_closed(client):
    """It would ask for no second step and let anybody guess as often as they like."""
    make_person(email="ada@example.org")
    typed = {"username": "ada@example.org", "password": "long-and-never-said"}
    answer = client.post("/en/_util/login/", typed)
    assert answer.status_code == 302
    assert answer.url == reverse("account_login")
    assert "_auth_user_id" not in client.session

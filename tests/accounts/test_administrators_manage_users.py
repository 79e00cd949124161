"""Wagtail's forms for users work with people who are known by their e-mail address."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

PASSWORD = "long-and-never-said"


@pytest.fixture
def administrator(db, client):
    user = get_user_model().objects.create_superuser("administrator@example.org", PASSWORD)
    client.force_login(user)
    return client


def test_an_administrator_makes_an_editor_who_can_sign_in(administrator, client):
    add = reverse("wagtailusers_users:add")
    assert administrator.get(add).status_code == 200
    answer = administrator.post(
        add,
        {
            "email": "ada@example.org",
            "first_name": "Ada",
            "last_name": "Berg",
            "password1": PASSWORD,
            "password2": PASSWORD,
            "groups": [Group.objects.get(name="Editors").pk],
        },
    )
    assert answer.status_code == 302, answer.context["form"].errors
    client.logout()
    assert client.login(username="ada@example.org", password=PASSWORD)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_an_administrator_changes_a_user(administrator):
    ada = get_user_model().objects.create_user("ada@example.org", PASSWORD)
    edit = reverse("wagtailusers_users:edit", args=[ada.pk])
    assert "ada@example.org" in administrator.get(edit).content.decode()
    answer = administrator.post(
        edit,
        {
            "email": "ada.berg@example.org",
            "first_name": "Ada",
            "last_name": "Berg",
            "is_active": "on",
        },
    )
    assert answer.status_code == 302, answer.context["form"].errors
    ada.refresh_from_db()
    assert ada.email == "ada.berg@example.org"
    assert str(ada) == "Ada Berg"
    assert ada.check_password(PASSWORD)


def test_the_same_address_in_other_letters_is_refused_beside_its_field(administrator):
    get_user_model().objects.create_user("ada@example.org", PASSWORD)
    answer = administrator.post(
        reverse("wagtailusers_users:add"),
        {
            "email": "ADA@example.org",
            "first_name": "Ada",
            "last_name": "Berg",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
    )
    assert answer.status_code == 200
    assert "exists already" in str(answer.context["form"].errors["email"])


def test_the_list_of_users_is_shown_and_searched(administrator):
    get_user_model().objects.create_user("ada@example.org", PASSWORD, first_name="Ada")
    found = administrator.get(reverse("wagtailusers_users:index"), {"q": "ada@"})
    assert "ada@example.org" in found.content.decode()


def test_everybody_changes_their_own_account(db, client):
    ada = get_user_model().objects.create_user("ada@example.org", PASSWORD)
    ada.groups.add(Group.objects.get(name="Editors"))
    client.force_login(ada)
    html = client.get(reverse("wagtailadmin_account")).content.decode()
    assert 'name="name_email-first_name"' in html
    assert 'name="name_email-email"' not in html  # an address is vouched for, not chosen

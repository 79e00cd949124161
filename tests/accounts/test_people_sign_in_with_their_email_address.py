import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

User = get_user_model()
PASSWORD = "a-long-password-1"


@pytest.fixture
def administrator(db):
    return User.objects.create_superuser("administrator@example.org", PASSWORD)


def test_there_is_no_user_name():
    assert "username" not in {field.name for field in User._meta.get_fields()}
    assert User.USERNAME_FIELD == "email"


@pytest.mark.usefixtures("administrator")
@pytest.mark.parametrize("typed", ["administrator@example.org", "Administrator@Example.ORG"])
def test_capital_letters_in_the_address_do_not_matter(typed):
    assert authenticate(email=typed, password=PASSWORD)


@pytest.mark.usefixtures("administrator")
def test_one_address_is_one_person_whatever_its_capital_letters():
    twin = User(email="Administrator@example.org", password="x")
    with pytest.raises(ValidationError, match="exists already"):
        twin.full_clean()
    with pytest.raises(IntegrityError):
        twin.save()


def test_a_user_needs_an_address(db):
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user("")


def test_an_administrator_adds_and_changes_people(client, administrator):
    client.force_login(administrator)
    person = {"email": "new@example.org", "first_name": "New", "last_name": "Hire"}
    passwords = {"password1": PASSWORD, "password2": PASSWORD}
    response = client.post(reverse("wagtailusers_users:add"), {**person, **passwords})
    assert response.status_code == 302
    user = User.objects.get(email="new@example.org")
    assert str(user) == "New Hire"
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    assert client.get(address).status_code == 200
    client.post(address, {**person, "last_name": "Editor", "is_active": "on"})
    user.refresh_from_db()
    assert user.last_name == "Editor"


def test_a_taken_address_is_refused_with_a_message(client, administrator):
    client.force_login(administrator)
    response = client.post(
        reverse("wagtailusers_users:add"),
        {
            "email": administrator.email.upper(),
            "first_name": "T",
            "last_name": "T",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
    )
    assert "exists already" in response.text
    assert User.objects.count() == 1

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import GroupPagePermission

from accounts import roles
from accounts.roles import Role

from .people import make_person

pytestmark = pytest.mark.django_db
INTO_THE_ADMIN = {
    Role.EDITOR,
    Role.REVIEWER,
    Role.TEAM_LEAD,
    Role.PRIVACY_OFFICER,
    Role.ADMINISTRATOR,
}


def test_a_migration_has_made_all_roles_and_no_others():
    assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)


@pytest.mark.parametrize("role", Role)
def test_only_who_works_in_the_admin_gets_in(role):
    person = make_person(role)
    assert person.has_perm("wagtailadmin.access_admin") is (role in INTO_THE_ADMIN)


@pytest.mark.parametrize("role", Role)
def test_rights_on_pages_are_the_editors_and_reviewers_only_keep_pages_still(role):
    group = Group.objects.get(name=role.value)
    held = set(
        GroupPagePermission.objects.filter(group=group).values_list(
            "permission__codename", flat=True
        )
    )
    expected = {
        Role.EDITOR: {"add_page", "change_page"},
        Role.REVIEWER: {"lock_page", "unlock_page"},
    }
    assert held == expected.get(role, set())


@pytest.mark.parametrize("role", Role)
def test_users_are_the_administrators(role):
    assert make_person(role).has_perm("accounts.change_user") is (role == Role.ADMINISTRATOR)


def test_a_superuser_does_not_hold_a_role_that_nobody_gave():
    superuser = make_person(Role.ADMINISTRATOR, is_superuser=True)
    assert roles.holds(superuser, Role.ADMINISTRATOR)
    assert not roles.holds(superuser, Role.PRIVACY_OFFICER)
    assert not roles.holds(superuser, Role.CASE_WORKER)


def form_of(client, person):
    return {
        "email": person.email,
        "first_name": "Ada",
        "last_name": "Berg",
        "is_active": "on",
        "groups": [group.pk for group in person.groups.all()],
    }


def test_an_administrator_gives_a_role_but_makes_no_superuser(client):
    client.force_login(make_person(Role.ADMINISTRATOR))
    person = make_person(Role.READER)
    given = Group.objects.get(name=Role.CASE_WORKER.value)
    form = {**form_of(client, person), "groups": [given.pk], "is_superuser": "on"}
    answer = client.post(reverse("wagtailusers_users:edit", args=[person.pk]), form)
    assert answer.status_code == 302, answer.context["form"].errors
    person.refresh_from_db()
    assert roles.holds(person, Role.CASE_WORKER)
    assert not person.is_superuser
    new = {**form, "email": "new@example.org", "password1": "Long-and-1", "password2": "Long-and-1"}
    client.post(reverse("wagtailusers_users:add"), new)
    assert not type(person).objects.filter(email="new@example.org", is_superuser=True).exists()


def test_an_administrator_does_not_take_over_a_superuser(client):
    client.force_login(make_person(Role.ADMINISTRATOR))
    superuser = make_person(is_superuser=True)
    form = {**form_of(client, superuser), "password1": "Taken-over-1", "password2": "Taken-over-1"}
    client.post(reverse("wagtailusers_users:edit", args=[superuser.pk]), form)
    superuser.refresh_from_db()
    assert superuser.check_password("long-and-never-said")


def test_a_role_keeps_its_name(client):
    client.force_login(make_person(is_superuser=True))
    editors = Group.objects.get(name=Role.EDITOR.value)
    address = reverse("wagtailusers_groups:edit", args=[editors.pk])
    assert client.get(address).context["form"].fields["name"].disabled


def test_roles_are_read_in_the_readers_language():
    with override("en"):
        assert roles.label(Group(name="New hires")) == "New hires"
    assert roles.label(Group(name="Friends of the house")) == "Friends of the house"

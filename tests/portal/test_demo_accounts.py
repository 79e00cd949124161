import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from accounts.models import Team
from accounts.roles import Role
from portal import demo_accounts

User = get_user_model()


@pytest.fixture(autouse=True)
def password_file(tmp_path, monkeypatch):
    monkeypatch.setattr(demo_accounts, "PASSWORD_FILE", tmp_path / "demo-password")


@pytest.mark.django_db
def test_each_account_signs_in_with_the_printed_password(capsys):
    call_command("demo_accounts")
    printed = capsys.readouterr().out
    assert demo_accounts.password() in printed
    for account in demo_accounts.ACCOUNTS:
        assert account.email in printed
        assert authenticate(email=account.email, password=demo_accounts.password())


@pytest.mark.django_db
def test_only_the_administrator_is_a_superuser():
    demo_accounts.create()
    superusers = User.objects.filter(is_superuser=True)
    assert [user.email for user in superusers] == ["administrator@demo.invalid"]


@pytest.mark.django_db
def test_the_editor_may_enter_the_editors_part_and_the_reader_not():
    demo_accounts.create()
    assert User.objects.get(email="editor@demo.invalid").has_perm("wagtailadmin.access_admin")
    assert not User.objects.get(email="reader@demo.invalid").has_perm("wagtailadmin.access_admin")


@pytest.mark.django_db
def test_there_is_one_for_each_role():
    demo_accounts.create()
    for account in demo_accounts.ACCOUNTS:
        person = User.objects.get(email=account.email)
        assert [group.name for group in person.groups.all()] == [account.role.value]
    assert {account.role for account in demo_accounts.ACCOUNTS} == set(Role)


@pytest.mark.django_db
def test_the_lead_and_the_case_worker_share_a_team_and_nobody_else_is_in_it():
    demo_accounts.create()
    team = Team.objects.get(name=demo_accounts.TEAM)
    members = team.memberships.values_list("user__first_name", "lead")
    assert set(members) == {("Case worker", False), ("Team lead", True)}
    assert User.objects.get(first_name="Partner").organisation.kind == "partner"


@pytest.mark.django_db
def test_a_second_start_keeps_what_was_changed():
    demo_accounts.create()
    User.objects.filter(email="editor@demo.invalid").update(first_name="Aino")
    demo_accounts.create()
    assert User.objects.get(email="editor@demo.invalid").first_name == "Aino"
    assert User.objects.count() == len(demo_accounts.ACCOUNTS)


@pytest.mark.django_db
def test_elsewhere_than_on_a_demo_site_they_are_refused(settings):
    settings.DEMO_ACCOUNTS = False
    with pytest.raises(CommandError, match="demo and development sites only"):
        call_command("demo_accounts")
    assert not User.objects.exists()


@pytest.mark.django_db
def test_another_site_does_not_start_on_a_database_that_holds_them(settings):
    demo_accounts.create()
    settings.DEMO_ACCOUNTS = False
    with pytest.raises(ImproperlyConfigured, match=r"editor@demo\.invalid"):
        demo_accounts.refuse_to_serve_them()
    User.objects.update(is_active=False)
    demo_accounts.refuse_to_serve_them()


def test_every_installation_has_its_own_password(tmp_path, monkeypatch):
    first = demo_accounts.password()
    monkeypatch.setattr(demo_accounts, "PASSWORD_FILE", tmp_path / "another")
    assert demo_accounts.password() != first

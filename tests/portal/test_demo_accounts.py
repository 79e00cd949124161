import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

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


def test_every_installation_has_its_own_password(tmp_path, monkeypatch):
    first = demo_accounts.password()
    monkeypatch.setattr(demo_accounts, "PASSWORD_FILE", tmp_path / "another")
    assert demo_accounts.password() != first

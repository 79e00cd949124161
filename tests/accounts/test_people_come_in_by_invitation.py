"""Administrators invite; the invited choose a password; everything else is told plainly."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from accounts.models import Invitation
from tests.editors import PASSWORD, make_editor

NEW = "ada@example.org"
ADD = "/admin/invitation/new/"
PERSON = {
    "first_name": "Ada",
    "last_name": "Berg",
    "password1": "quite-another-one-now",
    "password2": "quite-another-one-now",
}


@pytest.fixture
def administrator(db, client, django_user_model):
    user = django_user_model.objects.create_user("administrator@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name="Administrators"))
    client.force_login(user)
    return user


@pytest.fixture
def invite(administrator, client, django_capture_on_commit_callbacks):
    """Invite by the form; gives the path of the link in the mail."""

    def invite(email=NEW, language="en"):
        groups = [Group.objects.get(name="Editors").pk]
        with django_capture_on_commit_callbacks(execute=True):
            data = {"email": email, "language": language, "groups": groups}
            answer = client.post(ADD, data)
        assert answer.status_code == 302, answer.context["form"].errors
        return re.search(r"http://[^/]+(/\S+)", mail.outbox[-1].body)[1]

    return invite


def test_an_invitation_becomes_an_account_with_its_roles(invite, administrator, django_user_model):
    link = invite()
    stranger = Client()
    assert NEW in stranger.get(link).content.decode()
    assert stranger.post(link, PERSON).url == "/en/account/"
    ada = django_user_model.objects.get(email=NEW)
    assert str(ada) == "Ada Berg"
    assert [group.name for group in ada.groups.all()] == ["Editors"]
    assert ada.check_password(PERSON["password1"])
    assert stranger.get("/en/account/").status_code == 200
    invitation = Invitation.objects.get()
    assert invitation.accepted
    assert invitation.invited_by == administrator


@pytest.mark.parametrize("language", ["nb", "da", "fi", "en"])
def test_the_mail_and_its_link_speak_the_chosen_language(invite, language):
    link = invite(language=language)
    assert link.startswith(f"/{language}/account/invitation/")
    assert f'<html lang="{language}">' in mail.outbox[0].alternatives[0].content
    assert f'<html lang="{language}">' in Client().get(link).content.decode()


def test_the_link_is_kept_nowhere(invite):
    token = invite().rstrip("/").rpartition("/")[2]
    assert token not in str(Invitation.objects.values())


class TestALinkThatDoesNotWork:
    def refused(self, link, status, words):
        for answer in (Client().get(link), Client().post(link, PERSON)):
            html = answer.content.decode()
            assert answer.status_code == status
            assert words in html
            assert "Sign in</a>" in html

    def test_because_it_is_wrong(self, db):
        self.refused("/en/account/invitation/wrong/", 404, "Part of the address may be missing")

    def test_because_it_was_taken_back(self, invite):
        link = invite()
        Invitation.objects.all().delete()
        self.refused(link, 404, "the invitation was taken back")

    def test_because_it_was_used(self, invite, django_user_model):
        link = invite()
        Client().post(link, PERSON)
        self.refused(link, 410, "It has been used")
        assert django_user_model.objects.filter(email=NEW).count() == 1

    def test_because_its_time_is_over(self, invite, django_user_model):
        link = invite()
        Invitation.objects.update(expires=timezone.now() - timedelta(seconds=1))
        self.refused(link, 410, "Its time is over")
        assert not django_user_model.objects.filter(email=NEW).exists()

    def test_because_the_address_has_an_account_by_now(self, invite, django_user_model):
        link = invite()
        django_user_model.objects.create_user(NEW, PASSWORD)
        answer = Client().post(link, PERSON)
        assert answer.status_code == 410
        assert django_user_model.objects.get(email=NEW).check_password(PASSWORD)


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("password2", "another", "The two passwords differ."),
        ("password1", "ada@example", "too similar"),
        ("first_name", "Ada 211062-5629", "a Danish personal number (CPR)"),
    ],
)
def test_what_is_wrong_is_said_and_names_are_kept(invite, field, typed, words):
    answer = Client().post(invite(), PERSON | {field: typed})
    assert words in str(answer.context["form"].errors[field])
    assert 'value="Berg"' in answer.content.decode()


class TestWhoInvites:
    def test_nobody_is_invited_who_has_an_account(self, administrator, client):
        data = {"email": administrator.email.upper(), "language": "en"}
        assert "exists already" in str(client.post(ADD, data).context["form"].errors["email"])
        assert not Invitation.objects.exists()

    def test_editors_may_not(self, db, client):
        client.force_login(make_editor())
        answer = client.post(ADD, {"email": NEW, "language": "en"})
        assert answer.status_code == 302
        assert not Invitation.objects.exists()

    def test_the_list_shows_who_has_come_and_takes_others_back(self, invite, client):
        invite()
        assert NEW in client.get("/admin/invitation/").content.decode()
        pk = Invitation.objects.get().pk
        assert (
            client.post(f"/admin/invitation/edit/{pk}/", {"email": "x@example.org"}).url
            == "/admin/"
        )
        client.post(f"/admin/invitation/delete/{pk}/")
        assert not Invitation.objects.exists()


class TestTheFirstAdministrator:
    def link(self, capsys):
        call_command("first_administrator", "first@example.org")
        return re.search(r"http://[^/]+(/\S+)", capsys.readouterr().out)[1]

    def test_follows_a_link_to_a_password(self, db, client, capsys):
        form = client.get(self.link(capsys), follow=True)
        client.post(form.redirect_chain[-1][0], PERSON)
        data = {"login": "first@example.org", "password": PERSON["password1"]}
        assert client.post("/en/account/sign-in/", data).url == "/admin/"
        assert client.get(ADD).status_code == 200

    def test_gets_another_link_until_they_have_come(self, db, client, capsys, django_user_model):
        assert self.link(capsys)
        assert self.link(capsys)
        client.force_login(django_user_model.objects.get())
        with pytest.raises(CommandError, match="administrator already"):
            self.link(capsys)

    def test_is_refused_where_there_is_one(self, db, capsys, django_user_model):
        django_user_model.objects.create_superuser("a@example.org", PASSWORD)
        with pytest.raises(CommandError, match="administrator already"):
            self.link(capsys)
        assert django_user_model.objects.count() == 1

    @pytest.mark.parametrize("email", ["no address", "taken@example.org"])
    def test_needs_an_address_of_their_own(self, db, django_user_model, email):
        django_user_model.objects.create_user("taken@example.org", PASSWORD)
        with pytest.raises(CommandError):
            call_command("first_administrator", email)
        assert not django_user_model.objects.filter(is_superuser=True).exists()

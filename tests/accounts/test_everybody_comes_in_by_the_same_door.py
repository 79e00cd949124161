"""Signing in and out, and what strangers and wrong guesses are told."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.editors import PASSWORD, make_editor

DOOR = "/en/account/sign-in/"
FORGOTTEN = "/en/account/password/forgotten/"


@pytest.fixture
def reader(db, django_user_model):
    return django_user_model.objects.create_user("reader@example.org", PASSWORD)


def sign_in(client, email="reader@example.org", password=PASSWORD, **data):
    return client.post(DOOR, {"login": email, "password": password, **data})


def main(answer):
    """The page without what differs between any two answers, and without what was typed."""
    html = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)[0]
    return re.sub(r'value="[^"]*"', "", html)


class TestSigningIn:
    def test_readers_go_to_the_front_page(self, client, reader):
        assert sign_in(client, "Reader@Example.org").url == "/en/"

    def test_editors_go_to_their_part(self, client, db):
        make_editor()
        assert sign_in(client, "editor@example.org").url == reverse("wagtailadmin_home")

    def test_the_admin_sends_strangers_to_the_door_and_back(self, client, db):
        make_editor()
        answer = client.get("/admin/pages/", follow=True, headers={"accept-language": "en"})
        assert answer.redirect_chain[-1][0] == f"{DOOR}?next=%2Fadmin%2Fpages%2F"
        assert 'name="next" value="/admin/pages/"' in answer.content.decode()
        answer = sign_in(client, "editor@example.org", next="/admin/pages/")
        assert answer.url == "/admin/pages/"

    def test_who_has_no_business_there_is_told_so_and_not_sent_in_circles(self, client, reader):
        client.force_login(reader)
        answer = client.get("/admin/", follow=True)
        assert answer.status_code == 403
        assert len(answer.redirect_chain) == 1

    @pytest.mark.parametrize(
        "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"]
    )
    def test_a_link_to_another_host_is_not_followed(self, client, reader, elsewhere):
        assert sign_in(client, next=elsewhere).url == "/en/"

    def test_signing_out_needs_a_button(self, client, reader):
        client.force_login(reader)
        assert client.get("/en/account/sign-out/").status_code == 200
        assert "_auth_user_id" in client.session
        answer = client.post("/en/account/sign-out/", follow=True)
        assert "You are signed out." in answer.content.decode()
        assert "_auth_user_id" not in client.session

    def test_nobody_signs_up(self, client, reader, django_user_model):
        address = reverse("account_signup")
        assert "by invitation" in client.get(address).content.decode()
        client.post(address, {"email": "new@example.org", "password1": PASSWORD})
        assert django_user_model.objects.count() == 1

    def test_a_closed_account_opens_no_door(self, client, reader):
        reader.is_active = False
        reader.save()
        assert sign_in(client).url == reverse("account_inactive")
        assert "_auth_user_id" not in client.session

    def test_an_address_that_was_taken_away_opens_no_door(self, client, reader):
        client.post(FORGOTTEN, {"email": reader.email})
        reader.email = "another@example.org"
        reader.save()
        assert sign_in(client).status_code == 200
        assert sign_in(client, "another@example.org").status_code == 302


class TestWithoutAHint:
    def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(self, client, reader):
        wrong = sign_in(client, password="not-the-right-one")
        unknown = sign_in(client, "nobody@example.org", password="not-the-right-one")
        assert "do not belong together" in wrong.content.decode()
        assert main(wrong) == main(unknown)
        assert "reader@example.org" in wrong.content.decode()  # what was typed

    def test_a_link_is_promised_to_everybody_and_sent_to_those_who_are_known(self, client, reader):
        known = client.post(FORGOTTEN, {"email": reader.email}, follow=True)
        unknown = client.post(FORGOTTEN, {"email": "nobody@example.org"}, follow=True)
        assert main(known) == main(unknown)
        assert [sent.to for sent in mail.outbox] == [[reader.email]]

    @pytest.mark.parametrize("email", ["reader@example.org", "nobody@example.org"])
    def test_after_five_wrong_guesses_it_waits(self, client, reader, email):
        for _guess in range(5):
            sign_in(client, email, "not-the-right-one")
        answer = sign_in(client, email)
        assert answer.status_code == 200
        assert "Wait five minutes" in answer.content.decode()

    def test_a_flood_is_stopped_with_a_page_of_ours(self, client, reader):
        answers = [client.post(DOOR, {}) for _try in range(31)]
        assert answers[-1].status_code == 429
        assert "A little too fast" in answers[-1].content.decode()


class TestANewPassword:
    NEW = {"password1": "quite-another-one-now", "password2": "quite-another-one-now"}

    @pytest.fixture
    def elsewhere(self, reader):
        """Another browser in which the same person is signed in."""
        client = Client()
        client.force_login(reader)
        return client

    @pytest.fixture
    def link(self, client, reader, elsewhere):
        client.post("/fi/account/password/forgotten/", {"email": reader.email})
        return re.search(r"http://testserver(/fi/\S+)", mail.outbox[0].body)[1]

    def test_is_chosen_by_a_link_that_works_once(self, client, elsewhere, link):
        form = client.get(link, follow=True)
        answer = client.post(form.redirect_chain[-1][0], self.NEW, follow=True)
        assert answer.redirect_chain[-1][0] == "/fi/account/password/changed/"
        assert sign_in(client, password=self.NEW["password1"]).status_code == 302
        assert elsewhere.get("/en/account/").status_code == 302  # signed out
        assert "no longer good" in Client().get(link.replace("/fi/", "/en/")).content.decode()
        assert len(mail.outbox) == 2  # the second says that it was changed

    def test_the_link_ends_after_an_hour(self, client, link, settings):
        settings.PASSWORD_RESET_TIMEOUT = -1
        answer = client.get(link.replace("/fi/", "/en/"))
        assert "Get a new link" in answer.content.decode()

    def test_a_weak_one_is_refused_beside_its_field(self, client, link):
        form = client.get(link.replace("/fi/", "/en/"), follow=True)
        weak = {"password1": "short", "password2": "short"}
        answer = client.post(form.redirect_chain[-1][0], weak)
        assert "at least 12 characters" in str(answer.context["form"].errors["password1"])

    def test_is_changed_by_who_knows_the_old_one(self, client, reader):
        client.force_login(reader)
        address = reverse("account_change_password")
        wrong = client.post(address, {"oldpassword": "x", **self.NEW})
        assert "not your password" in wrong.content.decode()
        right = client.post(address, {"oldpassword": PASSWORD, **self.NEW}, follow=True)
        assert "Your password is changed." in right.content.decode()


PAGES = [
    "sign-in/",
    "by-invitation/",
    "closed/",
    "password/forgotten/",
    "password/sent/",
    "password/changed/",
    "password/new/1-bad/",
]
OWN_PAGES = ["", "sign-out/", "password/", "confirm/"]


@pytest.mark.parametrize("path", [*PAGES, *OWN_PAGES])
@pytest.mark.parametrize("language", ["nb", "da", "fi", "en"])
def test_every_page_is_strict_and_speaks_the_language(client, reader, path, language):
    if path in OWN_PAGES:
        client.force_login(reader)
    answer = client.get(f"/{language}/account/{path}")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in html
    assert f'hreflang="{language}" aria-current="true"' in html
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style", html)

"""Codes from a phone and recovery codes; roles that cannot do without."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.urls import reverse

from tests.accounts.codes import Phone, give_second_step
from tests.editors import PASSWORD, make_editor

SIGN_IN = {"login": "editor@example.org", "password": PASSWORD}
DOOR, CODE, SET_UP = (
    f"/en/account/{path}"
    for path in ("sign-in/", "second-step/authenticate/", "second-step/totp/activate/")
)


@pytest.fixture
def editor(db):
    return make_editor()


@pytest.fixture
def protected(editor):
    """Phone and recovery codes of the editor."""
    return give_second_step(editor)


def is_in(client):
    return "_auth_user_id" in client.session


class TestSigningIn:
    @pytest.mark.parametrize("periods_off", [-1, 0, 1])
    def test_takes_a_code_also_if_the_clock_is_a_little_off(self, client, protected, periods_off):
        phone, _codes = protected
        assert client.post(DOOR, SIGN_IN).url == CODE
        assert not is_in(client)
        answer = client.post(CODE, {"code": phone.code(periods_off)})
        assert answer.url == reverse("wagtailadmin_home")
        assert is_in(client)

    def test_says_what_may_be_wrong_if_the_clock_is_far_off(self, client, protected):
        phone, _codes = protected
        client.post(DOOR, SIGN_IN)
        answer = client.post(CODE, {"code": phone.code(-4)})
        assert "check that the clock of your phone is right" in answer.content.decode()
        assert not is_in(client)

    def test_a_code_is_good_once_however_long_it_is_right(self, client, protected, monkeypatch):
        phone, _codes = protected
        now = time.time()
        code = phone.code()
        client.post(DOOR, SIGN_IN)
        client.post(CODE, {"code": code})
        client.logout()
        client.post(DOOR, SIGN_IN)
        monkeypatch.setattr(time, "time", lambda: now + 31)
        assert "has been used" in client.post(CODE, {"code": code}).content.decode()

    def test_a_recovery_code_is_good_once(self, client, protected):
        _phone, codes = protected
        client.post(DOOR, SIGN_IN)
        assert client.post(CODE, {"code": codes[0]}).status_code == 302
        client.logout()
        client.post(DOOR, SIGN_IN)
        assert "has been used" in client.post(CODE, {"code": codes[0]}).content.decode()
        assert client.post(CODE, {"code": codes[1]}).status_code == 302

    def test_guessing_codes_is_stopped(self, client, protected):
        phone, _codes = protected
        client.post(DOOR, SIGN_IN)
        for guess in range(5):
            client.post(CODE, {"code": f"00000{guess}"})
        assert "Wait five minutes" in client.post(CODE, {"code": phone.code()}).content.decode()
        assert not is_in(client)

    def test_the_step_cannot_be_walked_past(self, client, protected):
        client.post(DOOR, SIGN_IN)
        answer = client.get("/admin/", follow=True, headers={"accept-language": "en"})
        assert answer.redirect_chain[-1][0].startswith((DOOR, CODE))
        assert client.get("/en/account/").status_code == 302


def sign_in_and_set_up(client):
    client.post(DOOR, SIGN_IN)
    form = client.get(SET_UP)
    return form, Phone(form.context["form"].secret)


class TestSettingItUp:
    def test_gives_recovery_codes_and_a_mail(
        self, client, editor, django_capture_on_commit_callbacks
    ):
        form, phone = sign_in_and_set_up(client)
        assert 'src="data:image/svg+xml;base64,' in form.content.decode()
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(SET_UP, {"code": phone.code()}, follow=True)
        assert len(re.findall(r"<code>\d{8}</code>", answer.content.decode())) == 10
        assert "A second step was added" in mail.outbox[0].subject

    def test_its_secret_is_sealed_in_the_database(self, client, editor, protected, settings):
        phone, codes = protected
        kept = str([*Authenticator.objects.values_list("data", flat=True)])
        assert phone.secret not in kept
        assert codes[0] not in kept
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another"
        client.post(DOOR, SIGN_IN)
        assert client.post(CODE, {"code": phone.code()}).status_code == 302

    def test_a_wrong_code_keeps_the_same_picture(self, client, editor):
        _form, phone = sign_in_and_set_up(client)
        answer = client.post(SET_UP, {"code": "000000"})
        assert answer.context["form"].secret == phone.secret
        assert "This code is not right" in answer.content.decode()
        assert not Authenticator.objects.exists()

    def test_changing_it_asks_who_is_there(self, client, editor, protected):
        client.force_login(editor)
        answer = client.get("/en/account/second-step/totp/deactivate/")
        assert "/confirm/" in answer.url or "/reauthenticate/" in answer.url
        assert "Show that it is you" in client.get(answer.url).content.decode()


class TestARoleThatNeedsIt:
    @pytest.fixture(autouse=True)
    def required(self, settings):
        settings.MFA_REQUIRED_GROUPS = ["Editors"]

    @pytest.mark.parametrize("path", ["/admin/pages/", "/en/search/"])
    def test_leads_there_and_then_on(self, client, editor, path):
        client.post(DOOR, SIGN_IN)
        answer = client.get(path, follow=True, headers={"accept-language": "en"})
        assert answer.redirect_chain[-1][0] == SET_UP
        assert "Your role asks for a second step" in answer.content.decode()
        phone = Phone(answer.context["form"].secret)
        codes = client.post(SET_UP, {"code": phone.code()}, follow=True)
        assert f'href="{path}"' in codes.content.decode()
        assert client.get(path).status_code == 200

    def test_cannot_be_gone_round_by_posting(self, client, editor):
        client.post(DOOR, SIGN_IN)
        answer = client.post("/admin/collections/add/", {"name": "x"})
        assert answer.url.endswith("/account/second-step/totp/activate/")
        answer = client.post("/admin/pages/1/edit/", headers={"accept": "application/json"})
        assert answer.status_code == 403

    def test_cannot_be_taken_off(self, client, editor, protected):
        phone, _codes = protected
        client.post(DOOR, SIGN_IN)
        client.post(CODE, {"code": phone.code()})
        address = "/en/account/second-step/totp/deactivate/"
        assert "cannot be removed" in client.post(address).content.decode()
        assert Authenticator.objects.count() == 2

    def test_a_superuser_has_every_role_and_others_are_left_alone(
        self, client, editor, settings, django_user_model
    ):
        settings.MFA_REQUIRED_GROUPS = ["Administrators"]
        client.force_login(editor)
        assert client.get("/admin/").status_code == 200
        client.force_login(django_user_model.objects.create_superuser("a@example.org", PASSWORD))
        assert client.get("/admin/").status_code == 302

"""OpenID Connect with a real provider in a process of its own, and with one that lies."""

import re
import socket
import subprocess
import sys
import time
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group
from django.core import mail

from accounts.access_log import Outcome, Verb
from accounts.models import AccessEntry, Invitation
from accounts.sign_in.with_provider import asking
from portal.settings.environment import BASE_DIR
from portal.settings.provider import providers
from tests.accounts.codes import give_second_step
from tests.accounts.provider import CLIENT, PASSWORD, SECRET
from tests.accounts.provider.liar import OTHER_KEY, Liar

DOOR, LEAVE = "/en/account/sign-in/", "/en/account/with-provider/"
BACK = "/signed-in-with-provider/"


@pytest.fixture(scope="session")
def provider(tmp_path_factory):
    """The issuer of a provider that runs beside the tests."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("provider")
    command = [sys.executable, "-m", "tests.accounts.provider", str(port), str(folder)]
    with subprocess.Popen(command, cwd=BASE_DIR, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        yield f"http://127.0.0.1:{port}/o"
        process.terminate()


def trust(settings, issuer):
    settings.OIDC_ISSUER, settings.OIDC_NAME = issuer, "Storby"
    settings.SOCIALACCOUNT_PROVIDERS = providers(issuer, CLIENT, SECRET, "Storby")


@pytest.fixture
def storby(provider, settings, db):
    trust(settings, provider)


@pytest.fixture
def ada(db, django_user_model):
    return django_user_model.objects.create_user("ada@work.example", "known-here-only")


def leave(client, **data):
    """The address that the portal sends a person to."""
    answer = client.post(LEAVE, data)
    assert answer.status_code == 200, answer.content.decode()
    return answer.context["address"]


def sign_in_there(address, name):
    """Do at the provider what a person does; gives the path that it sends back to."""
    there = requests.Session()
    form = there.get(address)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)[1]
    data = {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": token}
    answer = there.post(form.url, data, allow_redirects=False)
    while not answer.headers["Location"].startswith("http://testserver"):
        onward = requests.compat.urljoin(answer.url, answer.headers["Location"])
        answer = there.get(onward, allow_redirects=False)
    return answer.headers["Location"].removeprefix("http://testserver")


def sign_in(client, name="ada", **data):
    return client.get(sign_in_there(leave(client, **data), name))


def is_in(client):
    return "_auth_user_id" in client.session


def told(answer, words, status):
    html = answer.content.decode()
    assert words in html
    assert answer.status_code == status
    assert f'href="{DOOR}"' in html
    return True


@pytest.mark.usefixtures("storby")
class TestAtARealProvider:
    def test_the_door_offers_it_and_keeps_the_way(self, client):
        html = client.get(f"{DOOR}?next=/admin/pages/").content.decode()
        assert "Sign in with Storby" in html
        assert html.count('name="next" value="/admin/pages/"') == 2

    def test_an_account_is_tied_by_its_verified_address_and_then_known(self, client, ada):
        assert sign_in(client, next="/en/search/").url == "/en/search/"
        assert client.session["_auth_user_id"] == str(ada.pk)
        assert "You can now sign in with Storby" in mail.outbox[0].subject
        ada.email = "ada.berg@work.example"
        ada.save()
        client.logout()
        assert sign_in(client).url == "/en/"
        assert len(mail.outbox) == 1

    def test_nothing_that_the_provider_tells_is_kept(self, client, ada):
        sign_in(client)
        account = SocialAccount.objects.get()
        assert account.extra_data == {}
        assert re.fullmatch("[0-9a-f]{64}", account.uid)
        ada.refresh_from_db()
        assert ada.first_name == ""

    def test_the_sign_in_is_recorded(self, client, ada):
        sign_in(client)
        entry = AccessEntry.objects.filter(verb=Verb.SIGNED_IN).first()
        assert (entry.actor_id, entry.route) == (ada.pk, "openid_connect_callback")

    def test_an_address_that_nobody_has_verified_opens_nothing(self, client, ada):
        assert told(sign_in(client, "mallory"), "does not confirm that your e-mail", 403)
        assert not is_in(client)
        assert not SocialAccount.objects.exists()

    def test_who_is_not_invited_stays_outside(self, client, django_user_model):
        assert told(sign_in(client), "nobody has invited you here yet", 403)
        assert not django_user_model.objects.exists()
        entry = AccessEntry.objects.filter(verb=Verb.SIGNED_IN).first()
        assert entry.outcome == Outcome.REFUSED

    def test_who_is_invited_comes_in_with_those_roles(self, client, django_user_model):
        invitation = Invitation(email="Ada@Work.example")
        invitation.new_token()
        invitation.save()
        invitation.groups.add(Group.objects.get(name="Editors"))
        assert sign_in(client).url == "/admin/"
        user = django_user_model.objects.get()
        assert (str(user), user.email) == ("Ada Berg", "ada@work.example")
        assert not user.has_usable_password()
        assert [group.name for group in user.groups.all()] == ["Editors"]
        invitation.refresh_from_db()
        assert invitation.accepted

    def test_a_domain_may_be_let_in_as_readers(self, client, settings, django_user_model):
        settings.OIDC_OPEN_TO = ["work.example"]
        assert sign_in(client, "bo").url == "/en/"
        user = django_user_model.objects.get()
        assert [group.name for group in user.groups.all()] == ["Readers"]

    def test_a_closed_account_stays_closed(self, client, ada):
        ada.is_active = False
        ada.save()
        assert sign_in(client).url == "/en/account/closed/"
        assert not is_in(client)

    def test_a_second_step_is_asked_for_all_the_same(self, client, ada):
        phone, _codes = give_second_step(ada)
        answer = sign_in(client)
        assert answer.url == "/en/account/second-step/authenticate/"
        assert not is_in(client)
        client.post(answer.url, {"code": phone.code()})
        assert is_in(client)

    def test_a_role_that_needs_one_is_led_to_it(self, client, ada, settings):
        settings.MFA_REQUIRED_GROUPS = ["Editors"]
        ada.groups.add(Group.objects.get(name="Editors"))
        answer = client.get(sign_in(client).url)
        assert answer.url.endswith("/account/second-step/totp/activate/")

    @pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example"])
    def test_a_link_to_another_host_is_not_followed(self, client, ada, elsewhere):
        assert sign_in(client, next=elsewhere).url == "/en/"

    def test_the_language_comes_back_too(self, client):
        address = client.post("/fi/account/with-provider/").context["address"]
        answer = client.get(sign_in_there(address, "ada"), headers={"accept-language": "da"})
        assert '<html lang="fi">' in answer.content.decode()

    def test_an_answer_is_good_once_and_in_one_browser(self, client, ada):
        back = sign_in_there(leave(client), "ada")
        assert client.get(back).status_code == 302
        client.logout()
        assert told(client.get(back, headers={"accept-language": "en"}), "Please begin again", 400)
        assert not is_in(client)

    def test_who_turns_back_is_told_that_nothing_has_changed(self, client):
        state = parse_qs(urlsplit(leave(client)).query)["state"][0]
        answer = client.get(BACK, {"error": "access_denied", "state": state})
        assert told(answer, "You stopped at Storby", 400)


def test_it_asks_for_proof_that_it_was_this_portal(client, storby):
    query = parse_qs(urlsplit(leave(client)).query)
    assert query["code_challenge_method"] == ["S256"]
    assert {"nonce", "state", "code_challenge"} <= query.keys()


@pytest.mark.browser
def test_a_person_goes_there_and_comes_back(storby, ada, tree, live_server, context):
    complaints = []
    context.on("console", lambda message: complaints.append(message.text))
    tab = context.new_page()
    tab.goto(live_server.url.replace("localhost", "127.0.0.1") + f"{DOOR}?next=/en/account/")
    tab.get_by_role("button", name="Sign in with Storby").press("Enter")
    tab.get_by_label("Username").fill("ada")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.keyboard.press("Enter")
    tab.get_by_role("heading", name="Your account", level=1).wait_for()
    assert [text for text in complaints if "Content Security Policy" in text] == []


def test_without_a_provider_there_is_no_such_way(db, client):
    assert "Sign in with" not in client.get(DOOR).content.decode()
    assert client.post(LEAVE).status_code == 404
    assert client.get(BACK).status_code == 404


@pytest.fixture
def liar(settings, ada):
    liar = Liar()
    trust(settings, liar.issuer)
    yield liar
    liar.stop()


def come_back(client, liar):
    """Leave for the liar and come back with a code."""
    query = parse_qs(urlsplit(leave(client)).query)
    liar.claims.setdefault("nonce", query["nonce"][0])
    return client.get(BACK, {"code": "any", "state": query["state"][0]})


class TestAProviderThatLies:
    def test_is_believed_while_it_does_not(self, client, liar):
        assert come_back(client, liar).status_code == 302
        assert is_in(client)

    @pytest.mark.parametrize(
        "claims",
        [
            {"iss": "https://elsewhere.example"},
            {"aud": "another-portal"},
            {"aud": [CLIENT, "another-portal"], "azp": "another-portal"},
            {"nonce": "of-another-sign-in"},
            {"nonce": None},
            {"exp": int(time.time()) - 3600},
            {"iat": int(time.time()) + 3600},
            {"sub": None},
        ],
        ids=" ".join,  # the same in all parallel processes, whose clocks go on
    )
    def test_about_the_token_is_not_believed(self, client, liar, claims):
        liar.claims = dict(claims)
        assert told(come_back(client, liar), "cannot trust", 502)
        assert not is_in(client)

    def test_with_another_key_is_not_believed(self, client, liar):
        liar.key = OTHER_KEY
        assert told(come_back(client, liar), "cannot trust", 502)

    @pytest.mark.parametrize(("key", "algorithm"), [("", "none"), ("x" * 64, "HS256")])
    def test_without_a_signature_of_its_own_is_not_believed(self, client, liar, key, algorithm):
        liar.key, liar.algorithm = key, algorithm
        assert told(come_back(client, liar), "cannot trust", 502)
        assert not is_in(client)

    def test_about_the_person_is_not_believed(self, client, liar):
        liar.claims = {"email": None}
        liar.answers["userinfo"] = {"sub": "18", "email": "ada@work.example"}
        assert told(come_back(client, liar), "cannot trust", 502)

    @pytest.mark.parametrize("claim", ["email_verified", "email"])
    @pytest.mark.parametrize("value", [None, False, "true", 1, {"x": 1}])
    def test_who_does_not_say_yes_has_said_no(self, client, liar, claim, value):
        liar.claims = {claim: value}
        liar.answers["userinfo"] = {"sub": "17"}
        assert come_back(client, liar).status_code == 403
        assert not is_in(client)

    @pytest.mark.parametrize("path", ["token", "keys"])
    @pytest.mark.parametrize("answer", [b"", b"<html>", [], {}, {"keys": [{}]}, 400, 302])
    def test_a_babble_is_told_apart_from_an_answer(self, client, liar, path, answer):
        liar.answers[path] = answer
        assert told(come_back(client, liar), "cannot trust", 502)

    @pytest.mark.parametrize(
        "change",
        [
            {"issuer": "https://elsewhere.example"},
            {"authorization_endpoint": "javascript:alert(1)"},
            {"authorization_endpoint": "http://elsewhere.example/"},
            {"token_endpoint": None},
            {"jwks_uri": 7},
        ],
        ids=str,
    )
    def test_a_configuration_that_leads_astray_is_not_followed(self, client, liar, change):
        liar.answers["openid-configuration"] = liar.openid_configuration() | change
        assert told(client.post(LEAVE), "cannot trust", 502)

    def test_an_answer_without_end_is_not_read_to_its_end(self, client, liar, monkeypatch):
        monkeypatch.setattr(asking, "MOST", 1000)
        liar.answers["openid-configuration"] = b" " * 2000
        assert told(client.post(LEAVE), "cannot trust", 502)


class TestAProviderThatIsNotThere:
    def test_because_it_is_down(self, client, liar):
        liar.stop()
        assert told(client.post(LEAVE), "Storby does not answer just now", 503)
        entry = AccessEntry.objects.filter(verb=Verb.SIGNED_IN).first()
        assert entry.outcome == Outcome.FAILED

    @pytest.mark.parametrize("path", ["openid-configuration", "token", "keys"])
    def test_because_it_is_broken_or_slow(self, client, liar, path, monkeypatch):
        monkeypatch.setattr(asking, "WAIT", 0.2)
        for answer in (503, lambda: time.sleep(0.6) or {}):
            liar.answers = {path: answer}
            if path == "openid-configuration":
                answer = client.post(LEAVE)
            else:
                answer = come_back(client, liar)
            assert told(answer, "does not answer just now", 503)

    def test_a_password_still_opens_the_door(self, client, liar):
        liar.stop()
        data = {"login": "ada@work.example", "password": "known-here-only"}
        assert client.post(DOOR, data).status_code == 302


def test_only_a_button_of_ours_leads_there(client, liar):
    assert client.get(LEAVE).status_code == 405
    strict = type(client)(enforce_csrf_checks=True)
    assert strict.post(LEAVE).status_code == 403


def test_a_flood_is_stopped(client, liar):
    assert [client.post(LEAVE).status_code for _try in range(31)][-1] == 429

"""People see where they are signed in, and end it."""

import time

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from tests.editors import PASSWORD

LIST = "/en/account/sessions/"


@pytest.fixture
def browsers(db, django_user_model):
    """Three browsers in which the same person has signed in."""
    user = django_user_model.objects.create_user("reader@example.org", PASSWORD)
    browsers = [Client(headers={"user-agent": f"Browser {n}"}) for n in range(3)]
    for browser in browsers:
        data = {"login": user.email, "password": PASSWORD}
        browser.post("/en/account/sign-in/", data)
    return browsers


def signed_in(browsers):
    return [browser.get("/en/account/").status_code == 200 for browser in browsers]


def test_each_is_listed(browsers):
    html = browsers[0].get(LIST).content.decode()
    assert all(f"Browser {n}" in html for n in range(3))
    assert html.count("here, now") == 1


def test_all_others_end_with_one_button(browsers):
    answer = browsers[0].post(LIST, follow=True)
    assert "You are signed out everywhere else." in answer.content.decode()
    assert signed_in(browsers) == [True, False, False]


def test_and_this_one_too(browsers):
    browsers[0].post(f"{LIST}end/")
    assert signed_in(browsers) == [False, False, False]
    assert browsers[1].get(f"{LIST}end/").status_code == 405


def test_nobody_sees_those_of_others(browsers, django_user_model):
    other = Client()
    other.force_login(django_user_model.objects.create_user("other@example.org", PASSWORD))
    assert "Browser 1" not in other.get(LIST).content.decode()
    other.post(f"{LIST}end/")
    assert signed_in(browsers) == [True, True, True]


def test_a_session_ends_with_the_browser(browsers):
    assert browsers[0].cookies["sessionid"]["expires"] == ""


class TestASessionEndsByItself:
    @pytest.fixture
    def later(self, browsers, monkeypatch):
        """Look at the account after so many minutes; gives whether one is still signed in."""
        browser, now = browsers[0], time.time()

        def later(minutes):
            monkeypatch.setattr(time, "time", lambda: now + minutes * 60)
            return browser.get("/en/account/").status_code == 200

        return later

    def test_after_an_hour_without_a_visit(self, later, browsers):
        assert later(59)
        assert not later(59 + 61)
        html = browsers[0].get("/en/account/sign-in/").content.decode()
        assert "because you were away for a while" in html

    def test_with_the_working_day_whatever_the_visits(self, later):
        assert all(later(minutes) for minutes in range(50, 12 * 60, 50))
        assert not later(12 * 60 + 1)

    def test_with_the_account(self, browsers, django_user_model):
        user = django_user_model.objects.get()
        user.is_active = False
        user.save()
        user.is_active = True
        user.save()
        assert signed_in(browsers) == [False, False, False]

    def test_with_an_account_that_was_closed_among_others(self, browsers, django_user_model):
        boss = Client()
        boss.force_login(django_user_model.objects.create_superuser("boss@example.org", PASSWORD))
        user = django_user_model.objects.get(email="reader@example.org")
        address = f"/admin/bulk/accounts/user/set_active_state/?id={user.pk}"
        boss.post(address, {"mark_as_active": "False"})
        user.refresh_from_db()
        assert not user.is_active
        assert not UserSession.objects.filter(user=user).exists()


def test_ending_sessions_asks_who_is_there(browsers, monkeypatch):
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 30 * 60)
    for path in (LIST, f"{LIST}end/"):
        answer = browsers[0].post(path)
        assert answer.url.startswith("/en/account/confirm/")
    assert signed_in(browsers) == [True, True, True]

"""The door in a real browser: by keyboard alone, strict policy, nothing for axe to find."""

import re

import pytest
from django.urls import reverse

from accounts.models import Invitation
from portal.settings.provider import providers
from tests.accessibility import is_accessible
from tests.accounts.codes import Phone, give_second_step
from tests.editors import PASSWORD, make_editor

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    const here = document.activeElement
    return (here.labels?.[0] ?? here).textContent.trim()
}"""


@pytest.fixture
def tab(context):
    """A tab of a browser that complains of nothing."""
    complaints = []
    context.on("console", lambda message: complaints.append(message.text))
    yield context.new_page()
    assert [text for text in complaints if "Content Security Policy" in text] == []


def press(tab, *keys):
    for key in keys:
        tab.keyboard.press(key)


def tab_to(tab, name):
    """Press Tab until the focus stands on what has that name."""
    for _press in range(60):
        tab.keyboard.press("Tab")
        if tab.evaluate(FOCUSED) == name:
            return
    raise AssertionError(f"{name} is out of reach")


def sign_in(tab, server):
    tab.goto(f"{server}/en/account/sign-in/?next=/en/account/")
    tab_to(tab, "E-mail address")
    tab.keyboard.type("editor@example.org")
    press(tab, "Tab")
    tab.keyboard.type(PASSWORD)
    press(tab, "Enter")


def test_signing_in_with_a_second_step_takes_only_keys(tree, live_server, tab):
    phone, _codes = give_second_step(make_editor())
    sign_in(tab, live_server.url)
    tab.get_by_role("heading", name="One more step").wait_for()
    tab_to(tab, "Code from your app, or a recovery code")
    tab.keyboard.type("000000")
    press(tab, "Enter")
    tab.get_by_role("alert").wait_for()
    assert "This code is not right" in tab.evaluate("() => document.activeElement.textContent")
    tab_to(tab, "Code from your app, or a recovery code")
    press(tab, "Enter", "Control+A")  # the summary's link leads to the field
    tab.keyboard.type(phone.code())
    press(tab, "Enter")
    tab.get_by_role("heading", name="Your account", level=1).wait_for()
    tab_to(tab, "Sign out")
    press(tab, "Enter")
    tab.get_by_text("You are signed out.").wait_for()


def test_axe_finds_nothing_on_the_pages_of_an_account(tree, live_server, browser, settings):
    make_editor()
    settings.OIDC_ISSUER, settings.OIDC_NAME = "https://storby.example", "Storby"
    settings.SOCIALACCOUNT_PROVIDERS = providers("https://storby.example", "x", "x", "Storby")
    tab = browser.new_context(bypass_csp=True, reduced_motion="reduce").new_page()

    def look(path=""):
        if path:
            tab.goto(live_server.url + reverse(path))
        is_accessible(tab)

    look("account_signup")
    look("openid_connect_callback")  # without having left: begin again
    invitation = Invitation(email="ada@example.org")
    token = invitation.new_token()
    invitation.save()
    for name in (token, "wrong"):
        tab.goto(live_server.url + reverse("account_accept_invitation", args=[name]))
        look()
    tab.goto(f"{live_server.url}/en/account/sign-in/")
    press(tab, "Tab")
    tab.get_by_role("button", name="Sign in", exact=True).click()
    tab.get_by_role("alert").wait_for()
    look()
    sign_in(tab, live_server.url)
    tab.get_by_role("heading", name="Your account", level=1).wait_for()
    look()
    look("account_change_password")
    look("mfa_index")
    look("usersessions_list")
    look("mfa_activate_totp")
    tab.get_by_text("Cannot scan? Type it").click()
    phone = Phone(tab.locator("code").text_content())
    tab.get_by_label("The six digits").fill(phone.code())
    tab.keyboard.press("Enter")
    tab.get_by_role("heading", name="Your recovery codes").wait_for()
    assert re.search(r"\d{8}", tab.locator(".account__codes").text_content())
    look()
    look("mfa_index")
    look("mfa_generate_recovery_codes")
    look("mfa_deactivate_totp")
    look("account_reauthenticate")
    look("mfa_reauthenticate")

"""The living page shows the components to staff, to nobody else, and without a fault of its own."""

import pytest
from django.urls import reverse

from accounts.models import User
from tests.accessibility import axe_finds_nothing

# A component that is shown in three states is there three times, with its landmark.
SHOWN_AGAIN = {"rules": {"landmark-unique": {"enabled": False}}}


@pytest.fixture
def user(db):
    return User.objects.create_user(email="worker@example.org", password="worker")


def test_nobody_else_finds_it(client, user, demo):
    address = reverse("styleguide")
    assert client.get(address).status_code == 404
    client.force_login(user)
    assert client.get(address).status_code == 404


def test_staff_see_every_component_in_every_state(client, user, demo):
    user.is_staff = True
    user.save()
    client.force_login(user)
    html = client.get(reverse("styleguide")).content.decode()
    for part in (
        "stop--conditional", "stop--offer", "stop--ring-start", "stop--ring-alone", "stop--closes",
        "phase--name-only", "phase--ongoing", "side-track--on", "side-track--back",
        "side-track--interchange", "side-track--end", "follow-ups", "class=\"mark\"", "stub__part",
        "stops--small", "guidance--advice", "callout--must", "do-dont", "story", "glyph", "empty",
    ):  # fmt: skip
        assert part in html, part


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(demo_server, db, browser, client, scheme):
    user = User.objects.create_user(email="staff@example.org", password="staff", is_staff=True)
    client.force_login(user)
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": demo_server}]
    )
    tab = context.new_page()
    tab.goto(demo_server + reverse("styleguide"))
    assert tab.locator(".stop--here").first.is_visible()
    axe_finds_nothing(tab, **SHOWN_AGAIN)
    context.close()

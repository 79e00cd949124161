"""No cookie, no request to others; the privacy page says what there is."""

import re

import pytest
from wagtail.models import Page, Site

from home.models import InformationPage, PrivacySettings

pytestmark = pytest.mark.django_db
FILLED = {
    "controller": "Sample council",
    "controller_email": "office@example.org",
    "authority_name": "The data authority",
    "authority_url": "https://authority.example/",
    "server_log_days": 14,
}


def privacy(client, language="en"):
    page = InformationPage.objects.get(purpose="privacy", locale__language_code=language)
    html = client.get(page.url).content.decode()
    return re.search(r"<main.*?</main>", html, re.DOTALL)[0]


@pytest.mark.endurance
def test_no_page_sets_a_cookie_for_a_reader(demo, client, size):
    pages = Page.objects.live().filter(depth__gt=1).order_by("path")
    addresses = [page.url for page in pages][:: size(sampled=10, full=1)]
    addresses += ["/", "/da/search/?q=borger", "/da/nowhere/", "/sitemap.xml", "/da/preview.png"]
    for address in addresses:
        assert not client.get(address).cookies, address


def test_it_names_each_thing_that_a_browser_keeps(tree, client, settings):
    main = privacy(client)
    for name in ("Ticks in checklists", "Opened steps", "sessionid", "csrftoken"):
        assert name in main
    settings.SESSION_COOKIE_NAME = "another"
    assert "another" in privacy(client)


def test_who_answers_is_told_when_all_of_it_is_known(tree, client, editor):
    assert 'id="controller"' not in privacy(client)
    found = PrivacySettings.for_site(Site.objects.get(is_default_site=True))
    for name, value in FILLED.items():
        setattr(found, name, value)
    found.save()
    main = privacy(client)
    for words in ("Sample council", "office@example.org", "14 days", "The data authority"):
        assert words in main
    found.controller_email, found.server_log_days = "", None
    found.save()
    assert "Sample council" not in privacy(client)
    client.force_login(editor)
    assert "days that the server keeps technical logs" in privacy(client)

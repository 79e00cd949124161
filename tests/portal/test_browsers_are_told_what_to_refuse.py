"""Headers of readers' pages and of the admin, and that both still work under them."""

import re

import pytest
from django.urls import reverse

from pathways.models import StepPage
from tests.editors import PASSWORD, make_editor

STRICT = "script-src 'self';"


def test_a_readers_page_runs_nothing_but_our_own_files(tree, client):
    headers = client.get("/en/").headers
    policy = headers["Content-Security-Policy"] + ";"
    assert STRICT in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "nonce" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/en/nowhere/", "/en/search/?query=x", "/en/glossary/"])
def test_every_other_page_too(tree, client, path):
    assert STRICT in client.get(path).headers["Content-Security-Policy"] + ";"


def test_a_readers_page_sets_no_cookie(tree, client):
    assert not client.get("/en/").cookies


def test_what_somebody_signed_in_reads_is_not_kept(tree, client):
    assert "Cache-Control" not in client.get("/en/").headers
    client.force_login(make_editor())
    for path in ("/en/", "/admin/"):
        assert "no-store" in client.get(path).headers["Cache-Control"]


def test_nothing_in_our_templates_is_inline(demo, client):
    for page in ["/da/", *(p.url for p in StepPage.objects.live()[:2])]:
        html = client.get(page).content.decode()
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*json)|\son\w+=|\sstyle=|<style", html)


@pytest.fixture
def complaints(context):
    """What Chromium has to say about policies."""
    heard = []

    def listen(message):
        if "Content Security Policy" in message.text or "Permissions" in message.text:
            heard.append(message.text)

    context.on("console", listen)
    return heard


@pytest.mark.browser
def test_editors_can_work_under_the_policy(sample, live_server, context, complaints):
    make_editor()
    tab = context.new_page()
    tab.goto(live_server.url + reverse("wagtailadmin_login"))
    tab.get_by_label("E-mail address").fill("editor@example.org")
    tab.locator("input[type=password]").fill(PASSWORD)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/admin/")
    step = StepPage.objects.get(key="opening", locale__language_code="da")
    tab.goto(live_server.url + reverse("wagtailadmin_pages:edit", args=[step.pk]))
    tab.locator("#id_items-ADD").click()
    tab.locator("button[aria-label='Toggle preview']").click()
    tab.frame_locator("iframe").first.get_by_role("heading", level=1).wait_for()
    tab.goto(live_server.url + step.url)
    tab.get_by_role("heading", level=1).wait_for()
    assert complaints == []

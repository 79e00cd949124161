"""Norway and Denmark link to the published statement; Finland's stands in the portal."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Site

from home.models import AccessibilityGap, AccessibilitySettings, InformationPage

pytestmark = pytest.mark.django_db
NORWAY = {
    "country": "no",
    "organisation": "Sample council",
    "declaration_url": "https://uustatus.no/nb/erklaringer/publisert/sample",
    "feedback_email": "web@example.org",
}
DENMARK = NORWAY | {
    "country": "dk",
    "declaration_url": "https://www.was.digst.dk/sample",
    "feedback_phone": "12 34 56 78",
}
FINLAND = {
    "country": "fi",
    "organisation": "Sample town",
    "status": "partial",
    "assessed_on": date(2026, 3, 2),
    "method": "self",
    "feedback_email": "web@example.org",
    "authority_name": "The authority",
    "authority_url": "https://authority.example/",
}


@pytest.fixture
def statement(tree):
    return AccessibilitySettings.for_site(Site.objects.get(is_default_site=True))


def fill(statement, values):
    for name, value in values.items():
        setattr(statement, name, value)
    statement.full_clean()
    statement.save()


def shown(client, language="en"):
    page = InformationPage.objects.get(purpose="accessibility", locale__language_code=language)
    html = client.get(page.url).content.decode()
    return " ".join(
        re.search(r'<section class="part" id="statement">.*?</section>', html, re.S)[0].split()
    )


def gap(statement, language, text):
    return AccessibilityGap.objects.create(
        statement=statement, language=language, text=text, criterion="WCAG 1.2.2"
    )


def test_norway_and_denmark_lead_to_the_published_statement(statement, client):
    fill(statement, NORWAY)
    assert f'href="{NORWAY["declaration_url"]}"' in shown(client)
    assert "uustatus.no" in shown(client)
    fill(statement, DENMARK)
    danish = shown(client)
    assert f'href="{DENMARK["declaration_url"]}"' in danish
    assert "10 working days" in danish
    assert 'href="tel:12345678"' in danish


def test_denmarks_short_address_leads_there_too(statement, client):
    assert client.get("/was").status_code == 404
    fill(statement, DENMARK)
    assert client.get("/was").headers["Location"] == DENMARK["declaration_url"]
    assert client.get("/was/").status_code == 302


def test_finlands_statement_has_all_that_the_law_asks_for(statement, client):
    gap(statement, "en", "The film has no captions. Ask us for its text.")
    gap(statement, "fi", "Videossa ei ole tekstitystä.")
    fill(statement, FINLAND)
    html = shown(client)
    for words in (
        "Sample town answers for it",
        "306/2019",
        "in part",
        "The film has no captions",
        "WCAG 1.2.2",
        "not mended yet",
        "2 March 2026",
        "our own assessment",
        "within 14 days",
        "mailto:web@example.org",
        'href="https://authority.example/">The authority',
    ):
        assert words in html
    assert "Videossa" not in html
    assert "Videossa" in shown(client, "fi")
    assert '<p lang="' in shown(client, "da")


@pytest.mark.parametrize("values", [NORWAY, DENMARK, FINLAND])
def test_readers_are_told_nothing_by_halves(statement, client, values):
    for left_out in AccessibilitySettings.REQUIRED[values["country"]]:
        empty = None if left_out == "assessed_on" else ""
        fill(statement, values | {left_out: empty})
        html = shown(client)
        assert "has not been published yet" in html
        assert values["organisation"] not in html
        assert "Not filled in" not in html


def test_partial_compliance_names_what_is_missing(statement, client):
    fill(statement, FINLAND)
    assert "has not been published yet" in shown(client)
    fill(statement, FINLAND | {"status": "full"})
    assert "in full" in shown(client)


def test_editors_are_told_what_is_missing_and_administrators_where(
    statement, client, editor, admin_client
):
    fill(statement, FINLAND | {"authority_url": ""})
    client.force_login(editor)
    told = shown(client)
    assert "its website" in told
    assert "what is not accessible" in told
    assert "Ask an administrator" in told
    site = Site.objects.get(is_default_site=True)
    form = reverse("wagtailsettings:edit", args=["home", "accessibilitysettings", site.pk])
    assert f'href="{form}"' in shown(admin_client)
    assert admin_client.get(form).status_code == 200


@pytest.mark.parametrize(
    ("values", "address"),
    [(NORWAY, "https://example.org/uustatus.no"), (DENMARK, "https://uustatus.no/nb/x")],
)
def test_a_statement_elsewhere_is_refused(statement, values, address):
    with pytest.raises(ValidationError, match="has an address at"):
        fill(statement, values | {"declaration_url": address})

"""Pages for staff, new hires, editors and partners, and what the portal says of itself."""

import re
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import HomePage, InformationPage, PortalSettings
from pathways.document.importing import import_document
from pathways.document.nodes import (
    Agreement,
    Consent,
    Document,
    Pathway,
    Phase,
    Referral,
    UsedConsent,
)
from pathways.models import MethodIndexPage, PathwayPage
from portal.demo.information import read_information
from tests.pathways.samples import a_pathway, named, said

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LANGUAGES = ["nb", "da", "fi", "en"]
PURPOSES = [*InformationPage.READERS, *InformationPage.ABOUT]


def page_for(purpose, language="en"):
    return InformationPage.objects.get(purpose=purpose, locale__language_code=language)


def main_of(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("purpose", PURPOSES)
def test_it_is_there_in_every_language(tree, client, purpose, language):
    page = page_for(purpose, language)
    described = read_information(purpose)
    main = main_of(client, page)
    assert f"<h1>{page.title}</h1>" in main
    for block in described.body:
        heading = block.texts.get("heading") or block.texts.get("title") or {}
        if block.type in ("text", "stop"):
            assert heading[language] in main
    others = set(InformationPage.objects.filter(purpose=purpose).values_list("title", flat=True))
    assert len(others) >= 3, "titles are translated"


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_text_is_written_in_every_language(purpose):
    for block in read_information(purpose).body:
        for name, text in block.texts.items():
            assert set(text) == set(LANGUAGES), (block.id, name)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_advice_says_what_it_rests_on_and_names_no_number(purpose):
    for block in read_information(purpose).body:
        if block.codes.get("basis") == "advice":
            assert block.codes["reference"]
            written = "\n".join(text for field in block.texts.values() for text in field.values())
            assert not re.search(r"\d", re.sub(r"(?m)^\d\. ", "", written)), block.id


def test_links_lead_to_the_lists_in_the_language_of_the_page(tree, client):
    main = main_of(client, page_for("staff", "fi"))
    methods = MethodIndexPage.objects.get(locale__language_code="fi")
    assert f'<a href="{methods.url}">' in main


def test_stops_make_one_line_in_their_order(tree, client):
    main = main_of(client, page_for("newcomers"))
    assert main.count('<ol class="way-in">') == 1
    assert main.count('class="way-in__stop"') == 6


def a_pathway_with_partners():
    document = a_pathway()
    pathway = replace(
        document.pathways[0],
        referral_sources=(Referral(key="shops", side="civil", name=said("Shops")),),
        agreements=(Agreement(key="bank", partner=said("Bank"), text=said("Calls us")),),
        consents=(UsedConsent(key="share", consent="share"),),
    )
    consent = Consent(slug="share", name=said("Share"), covers=said("What is said"))
    return replace(document, consents=(consent,), pathways=(pathway,))


def another_pathway(key):
    referrer = Referral(key="police", side="public", name=said("Police"))
    phase = Phase(**named(f"{key}-phase"))
    pathway = Pathway(**named(key), phases=(phase,), referral_sources=(referrer,))
    return Document(key=key, source_language="da", languages=("da", "en"), pathways=(pathway,))


def test_partners_see_who_may_refer_and_what_clients_are_asked(tree, client):
    import_document(a_pathway_with_partners())
    main = main_of(client, page_for("partners"))
    for words in ("Shops (en)", "Bank (en)", "Calls us (en)", "Share (en)", "What is said (en)"):
        assert words in main
    norwegian = main_of(client, page_for("partners", "nb"))
    assert "Shops (da)" in norwegian
    assert '<dl class="pairs" lang="da">' in norwegian


def test_partners_pages_ask_as_little_for_many_pathways_as_for_one(tree, client):
    import_document(a_pathway_with_partners())
    page = page_for("partners")
    client.get(page.url)
    with CaptureQueriesContext(connection) as one:
        client.get(page.url)
    for key in ("second", "third"):
        import_document(another_pathway(key))
    with CaptureQueriesContext(connection) as three:
        client.get(page.url)
    assert PathwayPage.objects.filter(locale__language_code="en").count() == 3
    assert len(three) <= len(one) <= 24


def test_whom_to_call_comes_from_the_settings(tree, client):
    assert 'id="contact"' not in main_of(client, page_for("partners"))
    settings = PortalSettings.objects.get()
    settings.contact_name, settings.contact_phone = "The duty desk", "12 34 56 78"
    settings.save()
    main = main_of(client, page_for("partners"))
    assert "The duty desk" in main
    assert 'href="tel:12345678"' in main


def test_editors_are_told_that_nobody_can_be_called(tree, editor, client):
    client.force_login(editor)
    assert "Not filled in yet:" in main_of(client, page_for("partners"))


def test_a_purpose_has_one_page_in_a_language(tree):
    home = HomePage.objects.get(locale__language_code="en")
    with pytest.raises(ValidationError, match="already"):
        home.add_child(instance=InformationPage(title="Again", purpose="staff", locale=home.locale))
    home.add_child(instance=InformationPage(title="Other", purpose="other", locale=home.locale))


def test_it_stands_under_the_front_page_only(tree):
    staff = page_for("staff")
    assert InformationPage.can_create_at(HomePage.objects.get(locale__language_code="en"))
    assert not InformationPage.can_create_at(staff)
    assert not InformationPage.can_create_at(MethodIndexPage.objects.first())


@pytest.mark.parametrize("purpose", PURPOSES)
def test_an_editor_can_open_and_preview_it(tree, editor, client, purpose):
    page = page_for(purpose)
    client.force_login(editor)
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    assert client.get(f"/admin/pages/{page.pk}/view_draft/").status_code == 200

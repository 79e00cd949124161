"""What must not be missed stands before the work; who, what for and by when is said in words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from home.models import PortalSettings
from pathways.document.importing import import_document
from pathways.document.nodes import Block, Consent
from pathways.models import StepPage
from tests.pathways.samples import a_pathway, a_step, an_item, said
from tests.pathways.translating import page_in

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def callout(key, kind, basis="source"):
    text = {language: f"{key} in {language}" for language in ("da", "en")}
    codes = {"kind": kind} | ({"basis": basis, "reference": "A book"} if basis != "source" else {})
    return Block(id=key, type="callout", codes=codes, texts={"text": text}, children={})


@pytest.fixture
def opening(tree):
    """The English page of a step with warnings and an item that needs a consent."""
    body = (
        callout("a-note", "note"),
        callout("a-duty", "must"),
        callout("our-duty", "must", "advice"),
        callout("ask-first", "consent"),
    )
    items = (
        an_item("look"),
        an_item("write", consent="sharing"),
        an_item("tell", consent="sharing"),
    )
    phase = replace(
        a_pathway(a_step("opening", *items, body=body)).pathways[0].phases[0],
        summary=said("so that trust can grow"),
    )
    pathway = replace(a_pathway().pathways[0], phases=(phase,))
    consent = Consent(slug="sharing", name=said("Sharing"), form="spoken")
    import_document(replace(a_pathway(pathways=(pathway,)), consents=(consent,)))
    return page_in("en", "opening")


def read(client, page):
    return client.get(page.url).content.decode().split("<main")[1].split("</main>")[0]


def test_warnings_of_the_source_stand_before_the_checklist_and_once(opening, client):
    before, after = read(client, opening).split('id="checklist"')
    for words in ("a-duty in en", "ask-first in en"):
        assert (before.count(words), after.count(words)) == (1, 0)
    for words in ("a-note in en", "our-duty in en"):
        assert (before.count(words), after.count(words)) == (0, 1)


def test_a_consent_is_named_once_with_its_form_and_all_that_waits_for_it(opening, client):
    before = read(client, opening).split('id="checklist"')[0]
    assert before.count("Consent first: Sharing (en)") == 1
    assert "Given orally and noted in the record system" in before
    assert 'href="#item-write"' in before
    assert 'href="#item-tell"' in before
    assert "#consents" in before


def test_what_for_and_by_when_are_said(opening, client):
    before = read(client, opening).split('id="checklist"')[0]
    assert "so that trust can grow (en)" in before
    assert "No deadline is set for this step." in before


def test_where_there_is_a_deadline_nobody_says_there_is_none(sample, client):
    assert "No deadline is set" not in read(client, page_in("en", "opening"))


def check(page, **values):
    StepPage.objects.filter(pk=page.pk).update(**values)


def test_a_page_says_when_it_was_last_checked_or_that_nobody_knows(sample, client):
    page = page_in("en", "opening")
    assert "It is not noted when this page was last checked." in read(client, page)
    today = localdate()
    check(page, reviewed_on=today, reviewed_by="Procedure editor", review_by=today)
    content = read(client, page)
    assert "by: Procedure editor." in content
    assert "To be checked again by" in content
    check(page, review_by=today - timedelta(days=1))
    assert "It should have been checked again by" in read(client, page)


def test_without_a_contact_nothing_is_promised(sample, client):
    assert "Report an error" not in read(client, page_in("en", "opening"))


def test_an_error_is_reported_to_the_contact_with_title_and_bare_address(sample, client):
    page = page_in("en", "opening")
    settings = PortalSettings.for_site(page.get_site())
    settings.contact_name, settings.contact_email = "Procedure office", "office@example.org"
    settings.save()
    check(page, title="Tea & “more”")
    content = client.get(page.url + "?from=nowhere").content.decode()
    assert "Ask: Procedure office" in content
    letter = content.split("mailto:office@example.org?subject=")[1].split('"')[0]
    assert "Tea%20%26%20%E2%80%9Cmore%E2%80%9D" in letter
    assert "opening-en%2F" in letter
    assert "nowhere" not in letter

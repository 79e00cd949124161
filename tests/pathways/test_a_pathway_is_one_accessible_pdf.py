"""The PDF holds the whole pathway, in its order, tagged, with links that stay inside."""

import logging
from io import BytesIO, StringIO

import pytest
from weasyprint.urls import FatalURLFetchingError

from pathways.models import ChecklistItem, PathwayPage, PhasePage, StepBranch, StepPage
from pathways.pdf.chosen import choose
from pathways.pdf.render import to_pdf
from tests.pathways.pdfs import bookmarks, links, needs_pango, read, squeezed, words

pytestmark = [pytest.mark.django_db, needs_pango, pytest.mark.once]
KEY = "outreach-casework"


@pytest.fixture
def pathway(demo):
    return PathwayPage.objects.get(key=KEY, locale__language_code="da")


@pytest.fixture
def pdf(pathway, client):
    return read(client.get(f"/da/pdf/{KEY}.pdf"))


@pytest.fixture
def text(pdf):
    return words(pdf)


def titles(model, pathway):
    return list(model.objects.descendant_of(pathway).live().values_list("title", flat=True))


def rows(model, pathway):
    return model.objects.filter(page__in=StepPage.objects.descendant_of(pathway).live())


def test_every_step_and_item_is_in_it(pathway, text):
    lines = titles(PhasePage, pathway) + titles(StepPage, pathway)
    for item in rows(ChecklistItem, pathway).select_related("consent"):
        lines += [item.text, item.condition, item.consent.name if item.consent else ""]
    for branch in rows(StepBranch, pathway):
        lines += [branch.condition, branch.text]
    assert len(lines) > 200
    assert [line for line in lines if squeezed(line) not in text] == []


def test_who_may_refer_consents_duties_and_deadlines_are_in_it(pathway, text):
    lines = [source.name for source in pathway.referral_sources.all()]
    lines += [row.consent.purpose for row in pathway.consents.all()]
    for phase in PhasePage.objects.descendant_of(pathway):
        lines += [row.duty for row in phase.responsibilities.all()]
    lines += ["Inden for 2 arbejdsdage efter sagen er fordelt"]
    assert [line for line in lines if squeezed(line) not in text] == []


def test_methods_and_templates_that_are_used_follow(pathway, pdf):
    chosen = choose(pathway)
    assert len(chosen.methods) == 8
    assert len(chosen.templates) == 4
    wanted = [page.title for page in (*chosen.line, *chosen.methods, *chosen.templates)]
    found = [title for title in bookmarks(pdf) if title in wanted]
    assert found == wanted


def test_it_says_what_it_is_and_in_which_language(pathway, pdf):
    catalog = pdf.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalog["/Lang"] == "da"
    assert pdf.metadata.title == pathway.title
    assert b"pdfuaid" in catalog["/Metadata"].get_data()


def test_links_between_its_parts_stay_inside(pathway, pdf):
    outside, inside = links(pdf)
    assert inside <= set(pdf.named_destinations)
    own = {page.full_url for page in choose(pathway)} - {pathway.full_url}
    assert not own & outside
    assert all(address.startswith(("http://", "https://")) for address in outside)


def test_pages_are_counted_at_their_foot(pdf):
    total = len(pdf.pages)
    assert str(total) in pdf.pages[4].extract_text().splitlines()[-1]


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "file:///etc/hostname"])
def test_nothing_but_its_own_files_is_asked_for(address):
    with pytest.raises(FatalURLFetchingError, match="asks for"):
        to_pdf(f'<html lang="da"><title>x</title><img src="{address}" alt="x">', BytesIO())


def test_how_far_it_is_goes_to_whoever_waits_and_not_into_the_sites_log():
    shares, written = [], StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger().addHandler(handler)
    try:
        to_pdf('<html lang="da"><title>x</title><p>x</p>', BytesIO(), shares.append)
    finally:
        logging.getLogger().removeHandler(handler)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert written.getvalue() == ""

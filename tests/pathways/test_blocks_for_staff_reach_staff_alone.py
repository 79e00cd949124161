"""A block for staff holds a word that nobody else may meet, whichever way they come."""

from dataclasses import replace

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from accounts.models import Organisation
from accounts.roles import Role
from accounts.visibility import Reader, public_reader
from pathways.document.audience import for_reader as document_for
from pathways.document.build import build_document
from pathways.document.data import canonical, to_data
from pathways.document.importing import import_document
from pathways.document.nodes import Term
from pathways.models import MethodPage, PathwayPage, PhasePage, StepPage
from pathways.reading.edition import NotInEdition, of_document
from tests.accounts.people import make_organisation, make_person
from tests.pathways.pdfs import needs_pango, read, words
from tests.pathways.samples import LANGUAGES, a_pathway, said, text_block
from tests.pathways.translating import page_in
from tests.worlds import make_tree, own_world

pytestmark = [pytest.mark.django_db, pytest.mark.once]
CANARY = "kanarifugl"
MODELS = (PathwayPage, PhasePage, StepPage, MethodPage)
OTHERS = ["anonymous", "partner", "no role"]


def secret(block_id, link):
    """A block for staff: its words, the terms in it and where it leads are for nobody else."""
    text = {
        language: f"{CANARY} beside a ptarmigan, [{CANARY}]({link}) {language}"
        for language in LANGUAGES
    }
    block = text_block(block_id, CANARY)
    texts = {"heading": block.texts["heading"], "text": text}
    return replace(block, codes={"audience": "staff"}, texts=texts)


def with_secrets():
    """The document: every kind of page that has a body, each with a block for staff."""
    plain = a_pathway()
    phase = plain.pathways[0].phases[0]
    steps = [
        replace(step, items=(), body=(*step.body, secret(f"{step.key}-s", "method:listening")))
        for step in phase.steps
    ]
    phase = replace(phase, steps=tuple(steps), body=(secret("phase-s", "step:ending"),))
    pathway = replace(
        plain.pathways[0], phases=(phase,), body=(secret("pathway-s", "step:ending"),)
    )
    method = replace(plain.methods[0], body=(secret("method-s", "step:opening"),))
    bird = Term(slug="bird", name=said("Ptarmigan"), description=said("A bird"))
    bird = replace(bird, name=dict.fromkeys(LANGUAGES, "Ptarmigan"))
    return replace(plain, pathways=(pathway,), methods=(method,), terms=(*plain.terms, bird))


@own_world
def secrets():
    make_tree()
    import_document(with_secrets())
    # The worker does this elsewhere.
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)


@pytest.fixture
def canary(secrets):
    return with_secrets()


def come_as(client, reader):
    if reader == "partner":
        bank = make_organisation(kind=Organisation.Kind.PARTNER)
        client.force_login(make_person(Role.PARTNER, organisation=bank))
    elif reader == "no role":
        client.force_login(make_person())
    elif reader == "staff":
        client.force_login(make_person(Role.READER))


def pages():
    for language in LANGUAGES:
        for model in MODELS:
            yield from (p.url for p in model.objects.filter(locale__language_code=language))


def ways_out():
    """Every address that answers with something to read."""
    yield from pages()
    for language in LANGUAGES:
        with override(language):
            yield reverse("pathways:feed", args=["sample"])
            yield reverse("pathways:who", args=["sample"])
            yield reverse("pathways:comparison")
            yield reverse("pathways:glossary")
            yield reverse("pathways:term", args=["contact"])
            yield f"/{language}/"
    yield "/sitemap.xml"


def answer(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize("reader", OTHERS)
def test_others_meet_it_on_no_way_out(canary, client, reader):
    come_as(client, reader)
    addresses = list(ways_out())
    assert len(addresses) > 20
    assert [a for a in addresses if CANARY in answer(client, a)] == []
    assert "A bird" not in answer(client, page_in("en", "opening").url), "a word explained"
    # The steps have no checklist: only blocks for staff lead to the method.
    assert "ending (en)" not in answer(client, method_url()), "where a page is used"
    assert found_by(client, CANARY) == 0


def test_staff_meet_it_on_every_page_and_are_told_that_others_do_not(canary, client):
    come_as(client, "staff")
    for address in pages():
        html = answer(client, address)
        assert CANARY in html, address
        assert 'class="for-some__label"' in html
    assert "A bird" in answer(client, page_in("en", "opening").url)
    assert "ending (en)" in answer(client, method_url())
    assert found_by(client, "opening") > 0


def method_url():
    return page_in("en", "listening", MethodPage).url


def found_by(client, words):
    return client.get("/en/search/", {"q": words}).context["page_obj"].paginator.count


@needs_pango
def test_the_pdf_is_one_for_all(canary, client):
    come_as(client, "staff")
    text = words(read(client.get("/en/pdf/sample.pdf")))
    assert "mostimportantinopening" in text
    assert CANARY not in text
    assert "ptarmigan" not in text


def test_a_document_is_cut_for_its_reader(canary):
    document = build_document("sample")
    assert CANARY in canonical(to_data(document))
    assert document_for(document, Reader(is_staff=True)) == document
    cut = document_for(document, public_reader())
    assert CANARY not in canonical(to_data(cut))
    assert "opening-text" in canonical(to_data(cut))


@pytest.mark.parametrize(("reader", "is_private"), [("anonymous", False), ("staff", True)])
def test_what_staff_get_is_kept_for_nobody_else(canary, client, reader, is_private):
    come_as(client, reader)
    for address in pages():
        response = client.get(address)
        assert "Cookie" in response["Vary"]
        assert ("private" in response.get("Cache-Control", "")) is is_private
        assert "public" not in response.get("Cache-Control", "")


@pytest.mark.parametrize("is_staff", [False, True])
def test_an_edition_tells_no_more_than_the_pages(canary, rf, is_staff):
    """Neither a block for staff nor a step that has been closed since."""
    PageViewRestriction.objects.create(page=page_in("da", "opening"), restriction_type="login")
    request = rf.get("/")
    request.reader = Reader(is_staff=is_staff)
    reading = of_document(build_document("sample"), "en", request, address=lambda kind, key: "/")
    told = repr([reading.pathway(), reading.phase("middle"), reading.step("ending")])
    assert ("opening (en)" in told) is is_staff
    assert (CANARY in told) is is_staff
    if not is_staff:
        with pytest.raises(NotInEdition):
            reading.step("opening")

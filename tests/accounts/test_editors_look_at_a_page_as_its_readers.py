"""The preview shows a page as staff, everybody or a partner gets it."""

from dataclasses import replace

import pytest
from wagtail.models import PageViewRestriction

from accounts.models import Organisation, PartnerAccess
from home.models import HomePage
from pathways.document.importing import import_document
from tests.accounts.people import make_organisation
from tests.editors import make_editor
from tests.forms import sent_back
from tests.pathways.samples import a_pathway, a_step, text_block
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db
CANARY = "kanarifugl"
CLOSED = "Denne læser kommer ikke hertil"


@pytest.fixture
def bank():
    return make_organisation(kind=Organisation.Kind.PARTNER, name="Bank")


@pytest.fixture
def step(tree):
    secret = replace(text_block("secret", CANARY), codes={"audience": "staff"})
    import_document(a_pathway(a_step("opening", body=(text_block("open", "open"), secret))))
    return page_in("da", "opening")


@pytest.fixture
def look(step, client):
    """Look at the step in a mode, as an editor; gives the page's text."""
    client.force_login(make_editor())

    def look(mode):
        address = f"/admin/pages/{step.pk}/edit/preview/?mode={mode}"
        client.post(address, _form(client, step))
        return client.get(address).content.decode()

    return look


def _form(client, step):
    html = client.get(f"/admin/pages/{step.pk}/edit/").content.decode()
    return sent_back(html, step)


def test_each_reader_gets_what_the_page_itself_would_give(look, bank):
    assert CANARY in look("")
    for mode in ("everybody", f"partner-{bank.pk}"):
        html = look(mode)
        assert "about open (da)" in html
        assert CANARY not in html


def test_a_closed_page_says_so(look, step, bank):
    restriction = PageViewRestriction.objects.create(page=step, restriction_type="login")
    assert CLOSED in look("everybody")
    assert CLOSED in look(f"partner-{bank.pk}")
    PartnerAccess.objects.create(restriction=restriction, organisation=bank, until="2999-01-01")
    html = look(f"partner-{bank.pk}")
    assert CLOSED not in html
    assert CANARY not in html


def test_every_kind_of_page_names_its_readers(tree, bank):
    modes = dict(HomePage.objects.first().preview_modes)
    assert modes[f"partner-{bank.pk}"] == "As Bank sees it"
    assert set(modes) == {"", "everybody", f"partner-{bank.pk}"}

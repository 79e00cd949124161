"""A pathway that the source only names says so, and stands apart from the others."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from home.models import HomePage
from pathways.document.importing import import_document
from pathways.document.nodes import Document, Pathway
from pathways.models import PathwayIndexPage, PathwayPage
from tests.pathways.samples import LANGUAGES, a_pathway, named

pytestmark = pytest.mark.django_db
SAYS = "gives only the name"


@pytest.fixture
def by_name(sample):
    pathway = Pathway(**named("discharge"), name_only=True)
    document = Document(
        key="discharge", source_language="da", languages=LANGUAGES, pathways=(pathway,)
    )
    import_document(document)
    return document


def english(model, **names):
    return model.objects.get(locale__language_code="en", **names)


def test_its_page_says_so_and_promises_no_steps(by_name, client):
    page = client.get(english(PathwayPage, key="discharge").url).content.decode()
    assert SAYS in page
    assert "no steps yet" not in page


def test_it_stands_apart_in_the_list(by_name, client):
    answer = client.get(english(PathwayIndexPage).url)
    view = answer.context["view"]
    assert [card.link.title for card in view.cards] == ["sample (en)"]
    assert [card.link.title for card in view.name_only] == ["discharge (en)"]
    assert "Known by name only" in answer.content.decode()


def test_a_list_without_such_pathways_says_nothing_of_them(sample, client):
    assert "Known by name only" not in client.get(english(PathwayIndexPage).url).content.decode()


def test_the_front_page_leads_to_the_others(by_name, client):
    view = client.get(english(HomePage).url).context["view"]
    assert [card.link.title for card in view.pathways] == ["sample (en)"]


def test_who_holds_the_case_and_where_the_client_is_met_is_shown(sample, client):
    with override("en"):
        page = client.get(english(PathwayPage, key="sample").url).content.decode()
    assert "Who holds the case: Worker (en)" in page
    assert "The client is met." in page


def test_a_word_that_changes_changes_in_all_languages(sample):
    document = a_pathway()
    milestones = (replace(document.milestones[0], contact=False),)
    import_document(replace(document, milestones=milestones))
    for language in LANGUAGES:
        page = PathwayPage.objects.get(key="sample", locale__language_code=language)
        assert not page.milestones.get().milestone.contact

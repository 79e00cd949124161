"""The comparison is made from the data of all pathways of which more than the name is known."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from pathways.document.importing import import_document
from pathways.document.nodes import Article, Document, Pathway
from pathways.models import PathwayIndexPage
from tests.pathways.samples import LANGUAGES, a_pathway, a_step, named

pytestmark = [pytest.mark.django_db, pytest.mark.once]
QUERIES = 20


def another(key, languages=LANGUAGES, steps=2):
    """One more pathway, with the words of the sample."""
    made = [a_step(f"{key}-{n}", languages=languages) for n in range(steps)]
    document = a_pathway(*made, languages=languages, key=key)
    pathway = document.pathway
    phase = replace(pathway.phases[0], **named(f"{key}-phase", languages))
    pathway = replace(pathway, case_holder="", phases=(phase,))
    empty = dict.fromkeys(("roles", "milestones", "outcomes", "terms", "methods"), ())
    return replace(document, pathways=(pathway,), **empty)


def address(language):
    with override(language):
        return reverse("pathways:comparison")


def cells(view, key):
    (row,) = [row for row in view.rows if row.key == key]
    return [[fact.text for fact in cell.facts] for cell in row.cells]


@pytest.fixture
def view(sample, client):
    import_document(another("other"))
    by_name = Pathway(**named("discharge"), name_only=True)
    import_document(
        Document(
            key="discharge",
            source_language="da",
            languages=LANGUAGES,
            pathways=(by_name,),
            articles=(Article(**named("story")),),
        )
    )
    return client.get(address("en")).context["view"]


def test_each_row_has_a_cell_for_each_pathway(view):
    assert [link.title for link in view.pathways] == ["sample (en)", "other (en)"]
    assert cells(view, "holder") == [["Worker (en)"], []]
    assert cells(view, "phases") == [["middle (en)"], ["other-phase (en)"]]
    assert cells(view, "steps") == [["2"], ["2"]]
    assert cells(view, "contacts") == [["Started (en)"]] * 2
    assert cells(view, "outcomes") == [["Closed (en)"]] * 2
    assert cells(view, "deadlines")[0] == ["Within 2 working days after started (en)"]


def test_a_pathway_known_by_name_only_is_not_compared(view):
    assert "discharge (en)" not in [link.title for link in view.pathways]


def test_articles_stand_beside_them(view):
    assert [card.link.title for card in view.articles] == ["story (en)"]


def test_a_pathway_in_another_language_says_so(sample, client):
    import_document(another("other", languages=("da",)))
    page = client.get(address("en"))
    assert [link.lang for link in page.context["view"].pathways] == ["", "da"]
    assert cells(page.context["view"], "deadlines")[1][0].startswith("Inden for 2 arbejdsdage")
    assert '<ul class="comparison__facts' in page.content.decode()


def test_it_is_a_table_with_headers(view, client):
    page = client.get(address("en")).content.decode()
    assert page.count('<th scope="col">') == 2
    assert page.count('<th scope="row">') == len(view.rows)


def test_the_list_of_pathways_leads_there_when_there_is_something_to_compare(sample, client):
    index = PathwayIndexPage.objects.get(locale__language_code="en")
    assert address("en") not in client.get(index.url).content.decode()
    import_document(another("other"))
    assert address("en") in client.get(index.url).content.decode()


def test_every_language_has_its_address(tree, client):
    for language in ("nb", "da", "fi", "en"):
        page = client.get(address(language))
        assert page.status_code == 200
        assert len(page.context["languages"]) == 4


def test_it_asks_the_database_no_more_for_many_pathways(sample, client):
    def asked():
        client.get(address("en"))
        with CaptureQueriesContext(connection) as queries:
            client.get(address("en"))
        return len(queries)

    import_document(another("other"))
    few = asked()
    for key in ("third", "fourth", "fifth"):
        import_document(another(key, steps=4))
    assert asked() == few <= QUERIES

"""Query counts are pinned, and do not grow with the number of steps."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pathways.document.importing import import_document
from pathways.models import (
    ArticlePage,
    DocumentTemplatePage,
    MethodPage,
    PathwayPage,
    PhasePage,
    StepPage,
)
from tests.pathways.samples import a_pathway, a_step

pytestmark = [pytest.mark.django_db, pytest.mark.endurance]
MOST = 20


def queries_of(client, url):
    client.get(url)  # content types are remembered from here on
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def steps(number):
    return [a_step(f"step-{n}", languages=("da",)) for n in range(1, number + 1)]


def counts(client, key, number):
    import_document(a_pathway(*steps(number), languages=("da",), key=key))
    pathway = PathwayPage.objects.get(key=key)
    phase = PhasePage.objects.get(key="middle")
    step = StepPage.objects.get(key="step-3")
    return {
        page.__class__.__name__: queries_of(client, page.url) for page in (pathway, phase, step)
    }


def test_as_many_with_few_steps_as_with_many(tree, client, size, measured):
    few = counts(client, "sample", 5)
    many = counts(client, "sample", size(sampled=40, full=200))
    assert few == many
    for name, number in many.items():
        measured(f"queries of a {name} with many steps", number, "queries")
    assert max(many.values()) <= MOST


@pytest.mark.parametrize(
    "model",
    [PathwayPage, PhasePage, StepPage, MethodPage, DocumentTemplatePage, ArticlePage],
)
def test_the_demo_pages_stay_within_bounds(demo, client, model):
    page = model.objects.filter(locale__language_code="en").first()
    assert queries_of(client, page.url) <= MOST

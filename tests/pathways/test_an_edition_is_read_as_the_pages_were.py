"""Views made of a document say the same as views made of the pages it was taken from."""

from dataclasses import fields, is_dataclass, replace

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override
from wagtail.models import Site

from pathways.document.pathway import pathway_document
from pathways.models import MethodPage, PathwayEdition, PathwayPage, PhasePage, StepPage
from pathways.reading import view_of
from pathways.reading.edition import NotInEdition, of_document, of_edition
from tests.pathways.samples import a_pathway, a_step
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db
KINDS = {"pathway": PathwayPage, "phase": PhasePage, "step": StepPage}


@pytest.fixture
def asking():
    request = RequestFactory().get("/")
    Site.find_for_request(request)
    return request


@pytest.fixture
def document(sample):
    """What an edition of the small pathway holds."""
    return pathway_document(page_in("da", "sample", PathwayPage))


def elsewhere(kind, key):
    return f"/elsewhere/{kind}/{key}/"


def told(view):
    """All that a view says; only primary keys may differ."""
    if is_dataclass(view):
        return {f.name: told(getattr(view, f.name)) for f in fields(view) if f.name != "pk"}
    if isinstance(view, dict):
        return {name: told(value) for name, value in view.items()}
    if isinstance(view, list | tuple):
        return [told(value) for value in view]
    return str(view)


def at_home(request, language):
    """Addresses of the live pages."""
    found = {
        (kind, page.key): page.get_url(request)
        for kind, model in KINDS.items()
        for page in model.objects.filter(locale__language_code=language)
    }
    return lambda kind, key: found[kind, key]


def assert_same(reading, pathway, request):
    """Every page of a live pathway, and how many those are."""
    views = {
        "pathway": lambda _key: reading.pathway(),
        "phase": reading.phase,
        "step": reading.step,
    }
    count = 0
    with override(pathway.locale.language_code):
        for kind, model in KINDS.items():
            for page in model.objects.live().filter(path__startswith=pathway.path):
                assert told(views[kind](page.key)) == told(view_of(page, request)), page
                count += 1
    return count


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_small_pathway(document, language, asking):
    address = at_home(asking, language)
    reading = of_document(document, language, asking, address=address, is_live=True)
    assert assert_same(reading, page_in(language, "sample", PathwayPage), asking) == 4


@pytest.mark.usefixtures("demo")
def test_every_pathway_of_the_demo(asking):
    """All that a released edition holds, in every language that it has."""
    count = 0
    for edition in PathwayEdition.objects.in_force().for_reading():
        for language in edition.languages():
            address = at_home(asking, language)
            reading = of_edition(edition, language, asking, address=address, is_live=True)
            pathway = page_in(language, edition.key, PathwayPage)
            count += assert_same(reading, pathway, asking)
    assert count > 100


def test_links_stay_within_the_edition(document, asking):
    reading = of_document(document, "da", asking, address=elsewhere)
    step = reading.step("ending")
    assert step.previous.url == "/elsewhere/step/opening/"
    assert step.phase.url == "/elsewhere/phase/middle/"
    assert reading.pathway().phases[0].steps[1].url == "/elsewhere/step/ending/"
    # A method is no part of it: the live one, and no way back to another edition.
    assert step.items[0].guidance.url == page_in("da", "listening", MethodPage).get_url()


def test_a_language_that_is_missing_is_read_in_its_own(document, asking):
    reading = of_document(document, "fi", asking, address=elsewhere)
    assert reading.step("opening").lang == reading.language == "da"
    assert reading.step("opening").title == "opening (da)"


def test_what_is_not_there_is_said(document, asking):
    reading = of_document(document, "da", asking, address=elsewhere)
    with pytest.raises(NotInEdition):
        reading.step("listening")


def test_a_case_fills_the_slot(document, asking):
    """States come with the items; without a control there is nothing to tick."""
    step = of_document(document, "da", asking, address=elsewhere).step("opening")
    assert not step.ticks
    states = {"opening-first": "done on Monday"}
    view = step.with_states(states)
    assert [item.state for item in view.items] == ["done on Monday", None]
    checklist = "pathways/includes/checklist.html"
    assert "<input" not in render_to_string(checklist, {"view": view})
    assert "data-checklist=" not in render_to_string(checklist, {"view": view})
    filled = {"view": view, "control": "pathways/includes/tick.html"}
    assert render_to_string(checklist, filled).count("<input") == 2


def test_few_queries_however_long_it_is(tree, asking, django_assert_max_num_queries):
    document = replace(a_pathway(*[a_step(f"step-{n}") for n in range(20)]), methods=())
    for read in ("pathway", "step"):
        reading = of_document(document, "da", asking, address=elsewhere)
        with django_assert_max_num_queries(2):
            reading.pathway() if read == "pathway" else reading.step("step-3")

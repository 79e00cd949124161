"""A method of several pathways names them all, and marks the one place its reader came from."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.test import RequestFactory
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text import RichText

from pathways.document.importing import import_document
from pathways.models import MethodPage, PathwayPage, PhasePage, StepPage
from pathways.reading import context_of
from tests.pathways.samples import a_pathway, a_step, an_item, text_block
from tests.pathways.translating import page_in
from tests.worlds import make_sample, own_world

pytestmark = [pytest.mark.django_db, pytest.mark.once]
METHOD = "method:listening"


@own_world
def other():
    """A second pathway whose only step leads twice to the method of the first."""
    make_sample()
    step = a_step("visit", an_item("knock", guidance=METHOD), an_item("wait", guidance=METHOD))
    document = a_pathway(step, key="other")
    phase = replace(document.pathways[0].phases[0], key="outside")
    pathway = replace(document.pathways[0], phases=(phase,))
    words = {"roles": (), "milestones": (), "outcomes": (), "terms": (), "methods": ()}
    import_document(replace(document, pathways=(pathway,), **words))


def reading(query="", language="en"):
    request = RequestFactory().get(f"/{query}", headers={"host": "localhost"})
    request.user = AnonymousUser()
    return context_of(page_in(language, "listening", MethodPage), request)


def note_references():
    """The worker does it elsewhere."""
    call_command("rebuild_references_index", verbosity=0)


def stations(view):
    return [
        (group.pathway.title, [(place.link.title, place.here) for place in group.places])
        for group in view.places
    ]


def test_found_cold_it_names_all_places_and_marks_none(other):
    view = reading()["view"]
    assert view.came_from is None
    assert stations(view) == [
        ("sample (en)", [("opening (en)", False), ("ending (en)", False)]),
        ("other (en)", [("visit (en)", False)]),
    ]
    assert [place.number for place in view.places[0].places] == ["1", "2"]


def test_the_pathway_that_the_reader_came_from_stands_first_and_one_place_is_marked(other):
    view = reading("?from=visit/wait")["view"]
    assert stations(view)[0] == ("other (en)", [("visit (en)", True)])
    marked = [place for group in view.places for place in group.places if place.here]
    assert len(marked) == 1
    assert view.came_from.pathway.title == "other (en)"
    assert view.came_from.back.url == page_in("en", "visit").url + "#item-wait"


@pytest.mark.parametrize(
    "query",
    [
        "?from=",
        "?from=nowhere",
        "?from=opening/../..",
        "?from=<script>",
        "?from=phase:middle",
        "?from=pathway:sample",
        "?from=" + "x" * 5000,
        "?from=https://example.org/",
    ],
)
def test_a_made_up_or_unrelated_origin_is_as_none(other, query):
    context = reading(query)
    assert context["view"].came_from is None
    assert context["languages"] == reading()["languages"]


def test_an_item_that_does_not_lead_here_leads_back_to_the_step_itself(other):
    came_from = reading("?from=visit/made-up")["view"].came_from
    assert came_from.back.url == page_in("en", "visit").url
    assert came_from.query == "?from=visit"


def test_other_languages_keep_the_origin_but_its_own_address_stays_bare(other):
    for language in reading("?from=visit/wait")["languages"]:
        assert language["url"].endswith("?from=visit/wait")
        assert "?" not in language["absolute_url"]


def test_canonical_and_alternates_on_the_page_are_bare(other, client):
    url = page_in("en", "listening", MethodPage).url
    head = client.get(f"{url}?from=visit/wait").content.decode().split("</head>")[0]
    assert head.count('rel="alternate"') == 2
    assert "from=" not in head


def test_a_link_in_running_text_counts_and_leads_back_to_the_page(other):
    link = {"da": f"Se [metoden]({METHOD}).", "en": f"See [the method]({METHOD})."}
    body = (replace(text_block("see", "see"), texts={"text": link}),)
    step = a_step("telling", an_item("tell"), body=body)
    phase = replace(a_pathway().pathways[0].phases[0], key="talking", steps=(step,))
    pathway = replace(a_pathway(key="third").pathways[0], phases=(phase,), purpose=link)
    document = replace(a_pathway(key="third"), pathways=(pathway,))
    words = {"roles": (), "milestones": (), "outcomes": (), "terms": (), "methods": ()}
    import_document(replace(document, **words))
    note_references()
    view = reading("?from=telling")["view"]
    assert view.came_from.back.url == page_in("en", "telling").url
    assert reading("?from=pathway:third")["view"].places[0].here


def test_links_in_the_text_of_a_step_say_where_they_stand(other, client):
    step = page_in("en", "visit")
    method = page_in("en", "listening", MethodPage)
    step.body[0].value["text"].source = (
        f'<p><a linktype="page" id="{method.pk}">how</a>'
        f'<a linktype="page" id="{PathwayPage.objects.first().pk}">all</a></p>'
    )
    step.save()
    content = client.get(step.url).content.decode()
    assert f'href="{method.url}?from=visit"' in content
    assert f'href="{method.url}?from=visit/knock"' in content
    assert '?from=visit">all' not in content


def test_a_pathway_that_lacks_the_language_is_named_in_its_own(other):
    for page in Page.objects.filter(locale__language_code="en").type(StepPage):
        page.unpublish()
    group = reading()["view"].places[0]
    assert (group.pathway.title, group.pathway.lang) == ("sample (da)", "da")
    assert group.places[0].link.lang == "da"


def test_what_the_reader_may_not_see_is_not_named(other):
    PageViewRestriction.objects.create(
        page=page_in("en", "other", PathwayPage), restriction_type=PageViewRestriction.LOGIN
    )
    PageViewRestriction.objects.create(
        page=page_in("da", "other", PathwayPage), restriction_type=PageViewRestriction.LOGIN
    )
    view = reading("?from=visit/wait")["view"]
    assert [group.pathway.title for group in view.places] == ["sample (en)"]
    assert view.came_from is None


def test_a_page_that_nothing_leads_to_says_so(tree, sample, client):
    for step in StepPage.objects.all():
        step.items.all().delete()
    page = page_in("en", "listening", MethodPage)
    assert "No pathway leads here yet." in client.get(page.url).content.decode()


def test_a_phase_is_an_origin_of_its_own_kind(other):
    phase = page_in("da", "middle", PhasePage)
    method = page_in("da", "listening", MethodPage)
    link = RichText(f'<a linktype="page" id="{method.pk}">how</a>')
    phase.body.append(("text", {"heading": "How", "text": link}))
    phase.save()
    note_references()
    came_from = reading("?from=phase:middle", "da")["view"].came_from
    assert (came_from.back.title, came_from.number) == ("middle (da)", "")

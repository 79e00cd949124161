"""The rows that wagtail-localize would write text by text, with as many queries for many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import TranslationSource

from pathways.document.importing import import_document
from pathways.models import ChecklistItem, SourceInBulk
from tests.pathways.samples import a_pathway, a_step, an_item
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db
KINDS = ("stringsegment", "templatesegment", "relatedobjectsegment", "overridablesegment")


def rows(source):
    return {kind: sorted(map(str, getattr(source, f"{kind}_set").values_list())) for kind in KINDS}


def told(source):
    """The same without primary keys."""
    names = {
        "stringsegment": ("context__path", "order", "string__data", "attrs"),
        "templatesegment": ("context__path", "order", "template__template"),
        "relatedobjectsegment": ("context__path", "order", "object"),
        "overridablesegment": ("context__path", "order", "data_json"),
    }
    return {
        kind: sorted(map(str, getattr(source, f"{kind}_set").values_list(*names[kind])))
        for kind in KINDS
    }


def test_wagtail_localize_finds_nothing_to_change(sample):
    sources = TranslationSource.objects.all()
    found = [rows(source) for source in sources]
    for kind in KINDS:
        assert any(one[kind] for one in found) or kind == "overridablesegment"
    for source, before in zip(sources, found, strict=True):
        source.refresh_segments()
        assert rows(source) == before


def test_what_changed_is_as_wagtail_localize_would_have_it(sample):
    page = page_in("da", "opening")
    page.summary = "Andre ord"
    page.body = [("text", {"heading": "Nyt", "text": '<p><a href="https://e.org/">Se</a> her</p>'})]
    first = page.items.all()[0]
    page.items.remove(first)
    page.items.add(ChecklistItem(key="other", text="En ny", locale=page.locale))
    page.save()
    source = SourceInBulk.objects.get(object_id=page.translation_key)
    source.update_from_db()
    ours = told(source)
    assert "Andre ord" in str(ours)
    assert first.text not in str(ours["stringsegment"])
    for kind in KINDS:
        getattr(source, f"{kind}_set").all().delete()
    TranslationSource.objects.get(pk=source.pk).refresh_segments()
    assert told(source) == ours
    assert ours["overridablesegment"]


def test_many_texts_cost_no_more_queries_than_few(tree):
    costs = []
    for number in (2, 40):
        items = [an_item(f"i{n}") for n in range(number)]
        import_document(a_pathway(a_step(f"step-{number}", *items)))
        page = page_in("da", f"step-{number}")
        source = SourceInBulk.objects.get(object_id=page.translation_key)
        for kind in KINDS:
            getattr(source, f"{kind}_set").all().delete()
        with CaptureQueriesContext(connection) as asked:
            source.refresh_segments()
        # Reading the page itself asks for what each of its rows refers to.
        costs.append(sum("wagtail_localize" in query["sql"] for query in asked))
    assert costs[0] == costs[1] <= 20

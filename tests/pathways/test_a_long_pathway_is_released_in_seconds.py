"""200 steps with 2,000 items: ten changed pages are released, and what changes is compared."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pathways.document.compare import compare
from pathways.document.importing import import_document
from pathways.editions.plan import Plan
from pathways.editions.release import release, take_edition
from pathways.editions.telling import told
from pathways.models import PathwayEdition
from tests.editors import make_editor
from tests.pathways.releasing import assert_readers_see_what_is_in_force, draft, the_pathway
from tests.pathways.samples import a_pathway, a_step, an_item

pytestmark = [pytest.mark.django_db, pytest.mark.endurance]


def a_long_pathway(steps, items):
    return a_pathway(
        *(
            a_step(f"s{step}", *(an_item(f"s{step}-{n}", role="worker") for n in range(items)))
            for step in range(steps)
        ),
        languages=("da",),
    )


def test_a_release_takes_seconds(tree, size, measured):
    steps, items = size(sampled=(20, 5), full=(200, 10))
    import_document(a_long_pathway(steps, items))
    take_edition(pathway=the_pathway())
    editor = make_editor()
    for number in range(10):
        draft(f"s{number}", user=editor, summary="Other words")
    seen = Plan(the_pathway()).hash
    begin = time.perf_counter()
    edition = release(pathway=the_pathway(), user=editor, expected_hash=seen)
    took = time.perf_counter() - begin
    measured(f"release, {steps} steps with {steps * items} items, 10 changed", took, "s")
    assert took < size(sampled=20, full=5)  # a sample runs beside other tests
    assert_readers_see_what_is_in_force()
    begin = time.perf_counter()
    before = PathwayEdition.objects.get(key="sample", number=1).document()
    after = edition.document()
    assert len(compare(before, after)) == 10
    assert len(told(before, after).pages) == 10
    took = time.perf_counter() - begin
    measured(f"compare two editions with {steps * items} items", took, "s")
    assert took < size(sampled=5, full=1)


def test_looking_at_what_changes_asks_no_more_for_more_steps(tree):
    counts = []
    for steps in (2, 12):
        import_document(a_long_pathway(steps, 3))
        take_edition(pathway=the_pathway())
        with CaptureQueriesContext(connection) as queries:
            assert Plan(the_pathway()).is_empty
        counts.append(len(queries))
    assert counts[0] == counts[1]

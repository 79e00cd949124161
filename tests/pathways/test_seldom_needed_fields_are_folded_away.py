"""Fields that are seldom needed are folded away, and never while they hold something."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from pathways.models import StepPage


@pytest.fixture
def folds(sample, editor, client):
    """For each row of the checklist: which of its two groups are open."""
    client.force_login(editor)

    def look(step):
        page = client.get(reverse("wagtailadmin_pages:edit", args=[step.pk])).content
        rows = BeautifulSoup(page, "html.parser").select("#id_items-FORMS > div")
        return [[fold.has_attr("open") for fold in row.select("details.folded")] for row in rows]

    return look


def test_only_groups_that_hold_something_are_open(folds):
    step = StepPage.objects.get(key="opening", locale__language_code="da")
    plain = step.items.get(key="opening-first")
    plain.due_note = ""
    plain.save()
    # the second is not mandatory and records a milestone
    assert folds(step) == [[False, False], [False, True]]
    plain.due_note = "Counted from the first working day."
    plain.save()
    assert folds(step)[0] == [True, False]

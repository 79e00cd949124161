"""Nothing that was imported stops an editor from publishing the page after a small change."""

import pytest
from django.apps import apps
from django.urls import reverse

from tests.editors import make_editor
from tests.forms import sent_back

pytestmark = pytest.mark.once

KINDS = [
    "PathwayPage",
    "PhasePage",
    "StepPage",
    "MethodPage",
    "DocumentTemplatePage",
    "ArticlePage",
]


@pytest.mark.endurance
@pytest.mark.parametrize("kind", KINDS)
def test_pages_of_the_demo_can_be_published_unchanged(kind, demo, db, client, size):
    client.force_login(make_editor())
    pages = apps.get_model("pathways", kind).objects.filter(locale__language_code="da", live=True)
    assert pages
    for page in pages[:: size(sampled=4, full=1)]:
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        data = sent_back(client.get(edit).content.decode(), page)
        answer = client.post(edit, data | {"action-publish": "on"})
        assert answer.status_code == 302, (page, problems(answer.context["form"]))


def problems(form):
    rows = {name: formset.errors for name, formset in form.formsets.items() if any(formset.errors)}
    return form.errors, rows

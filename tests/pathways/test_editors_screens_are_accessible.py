"""axe finds nothing on the screens that we add to Wagtail's."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from pathways.editions.release import take_edition
from pathways.models import StepFeedback
from tests.accessibility import is_accessible
from tests.editors import make_editor
from tests.pathways.releasing import draft, proposed, the_pathway
from tests.pathways.translating import page_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.once]


@pytest.fixture
def editor(sample):
    return make_editor()


@pytest.fixture
def addresses(editor):
    """Each with something to show."""
    pathway = the_pathway()
    edition = take_edition(pathway=pathway)
    draft("opening", user=editor, items={})
    step = page_in("da", "opening")
    StepFeedback.objects.create(step=step, title=step.title, clear=False, text="Who decides?")
    draft("opening", user=editor, summary="Other words")
    proposal = proposed(editor)
    return {
        "home": reverse("wagtailadmin_home"),
        "work": reverse("pathways_work"),
        "answers": reverse("feedback:index"),
        "bare items": reverse("pathways_bare_items"),
        "uses": reverse("pathways_uses") + "?kind=term",
        "replace": reverse("pathways_replace"),
        "replace, looked at": reverse("pathways_replace") + "?term=opening&by=start&language=da",
        "searches": reverse("searches"),
        "checks": reverse("pathways_checks", args=[pathway.pk]),
        "move rows": reverse("pathways_move_rows", args=[step.pk]),
        "all editions": reverse("pathways_editions:all"),
        "editions": reverse("pathways_editions:one", args=[pathway.pk]),
        "release": reverse("pathways_editions:release", args=[pathway.pk]),
        "order": reverse("pathways_editions:order", args=[pathway.pk]),
        "discard": reverse("pathways_editions:discard", args=[pathway.pk]),
        "restore": reverse("pathways_editions:restore", args=[edition.pk]),
        "proposal": reverse("pathways_editions:proposal", args=[proposal.pk]),
    }


def test_axe_finds_nothing(addresses, editor, live_server, browser):
    client = Client()
    client.force_login(editor)
    context = browser.new_context(bypass_csp=True)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    tab = context.new_page()
    for name, address in addresses.items():
        answer = tab.goto(live_server.url + address)
        assert answer.ok, f"{name}: {answer.status}"
        is_accessible(tab, name)
    context.close()

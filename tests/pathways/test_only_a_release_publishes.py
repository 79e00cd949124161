"""In a pathway with an edition nothing that readers see changes by another way, for nobody."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowPage

from pathways.document.importing import import_document
from pathways.document.pathway import pathway_document
from pathways.editions.guard import NotByRelease
from pathways.editions.opening import publishing
from pathways.editions.release import take_edition
from pathways.models import (
    MethodPage,
    PathwayEdition,
    PathwayIndexPage,
    PathwayPage,
    PhasePage,
    StepPage,
)
from tests.pathways.editing import Tab
from tests.pathways.samples import a_pathway, a_step, said
from tests.pathways.translating import page_in, publish


@pytest.fixture
def pathway(sample):
    """The small pathway with its first edition."""
    pathway = page_in("da", "sample", PathwayPage)
    take_edition(pathway=pathway)
    return pathway


@pytest.fixture
def powerful(client, sample):
    """Whoever may do everything."""
    user = get_user_model().objects.create_superuser("root@example.org", "said-to-nobody")
    client.force_login(user)
    return user


def what_readers_see(pathway):
    pages = Page.objects.filter(path__startswith=pathway.get_parent().path, live=True)
    places = list(pages.order_by("path").values_list("path", "slug", "title", "live_revision"))
    return places, pathway_document(PathwayPage.objects.get(pk=pathway.pk))


def a_draft(page, **values):
    """A page with unpublished changes. Gives its revision."""
    for name, value in values.items():
        setattr(page, name, value)
    return page.save_revision()


def raw_posts(client, pathway, step, other):
    """Addresses and data, as scripts or the buttons of another page would send them."""
    pages = "wagtailadmin_pages"
    phase = step.get_parent()
    revision = step.get_latest_revision() or step.save_revision()
    index = pathway.get_parent()
    tab = Tab(client, step)
    whole = tab.form | {"action-publish": "1", "title": "Other", "slug": "other"}
    methods = Page.objects.get(pk=index.pk).get_siblings(inclusive=False).first()

    def bulk(action, chosen=None):
        return f"/admin/bulk/wagtailcore/page/{action}/?id={(chosen or step).pk}"

    return {
        "publish": (tab.address, whole),
        "unpublish": (reverse(f"{pages}:unpublish", args=[step.pk]), {}),
        "unpublish all": (
            reverse(f"{pages}:unpublish", args=[pathway.pk]),
            {"include_descendants": "on"},
        ),
        "delete": (reverse(f"{pages}:delete", args=[step.pk]), {}),
        "delete above": (
            reverse(f"{pages}:delete", args=[index.pk]),
            {"confirm_site_name": "Pathway Portal"},
        ),
        "move": (reverse(f"{pages}:move_confirm", args=[step.pk, pathway.pk]), {}),
        "move above": (reverse(f"{pages}:move_confirm", args=[pathway.pk, methods.pk]), {}),
        "reorder": (reverse(f"{pages}:set_page_position", args=[step.pk]) + "?position=1", {}),
        "new": (
            reverse(f"{pages}:add", args=["pathways", "steppage", phase.pk]),
            whole | {"items-TOTAL_FORMS": 0, "items-INITIAL_FORMS": 0},
        ),
        "copy": (
            reverse(f"{pages}:copy", args=[step.pk]),
            {
                "new_title": "Copy",
                "new_slug": "copy",
                "new_parent_page": phase.pk,
                "publish_copies": "on",
            },
        ),
        "bulk publish": (bulk("publish", other), {}),
        "bulk unpublish": (bulk("unpublish"), {}),
        "bulk delete": (bulk("delete"), {}),
        "bulk move": (bulk("move"), {"chooser": pathway.pk}),
        "revert": (tab.address, whole | {"revision": revision.pk}),
    }


NAMES = [
    *("publish", "unpublish", "unpublish all", "delete", "delete above", "move", "move above"),
    *("reorder", "new", "copy", "bulk publish", "bulk unpublish", "bulk delete", "bulk move"),
    "revert",
]


@pytest.mark.usefixtures("powerful")
@pytest.mark.parametrize("name", NAMES)
def test_a_raw_post_changes_nothing(client, pathway, name):
    step, other = page_in("da", "opening"), page_in("da", "ending")
    a_draft(other, summary="Changed")
    before = what_readers_see(pathway)
    address, data = raw_posts(client, pathway, step, other)[name]
    response = client.post(address, data)
    assert response.status_code in (200, 302, 403), name
    assert what_readers_see(pathway) == before


@pytest.mark.usefixtures("powerful")
@pytest.mark.parametrize("name", ["unpublish", "delete", "move", "reorder"])
def test_the_same_posts_do_something_where_there_is_no_edition(client, sample, name):
    """Or the test above could not fail."""
    pathway = page_in("da", "sample", PathwayPage)
    before = what_readers_see(pathway)
    address, data = raw_posts(client, pathway, page_in("da", "opening"), page_in("da", "ending"))[
        name
    ]
    client.post(address, data)
    assert what_readers_see(pathway) != before


CALLS = {
    "publish a revision": lambda step: a_draft(step, title="Other").publish(),
    "publish a revision without asking": lambda step: a_draft(step, title="Other").publish(
        skip_permission_checks=True
    ),
    "schedule": lambda step: a_draft(
        step, title="Other", go_live_at=timezone.now() + timedelta(days=1)
    ).publish(),
    "save": lambda step: (setattr(step, "summary", "Other"), step.save()),
    "save a column": lambda step: (
        setattr(step, "summary", "Other"),
        step.save(update_fields=["summary"]),
    ),
    "save rows": lambda step: (setattr(step, "items", list(step.items.all())[:0]), step.save()),
    "save a row": lambda step: step.items.first().save(),
    "delete a row": lambda step: step.items.first().delete(),
    "add a row": lambda step: type(step.items.first())(page=step, key="x", text="x").save(),
    "save as a plain page": lambda step: _save_plain(step),
    "end being live": lambda step: (setattr(step, "live", False), step.save()),
    "unpublish": lambda step: step.unpublish(),
    "delete": lambda step: step.delete(),
    "delete as a plain page": lambda step: Page.objects.get(pk=step.pk).delete(),
    "delete what is above": lambda step: PathwayIndexPage.objects.get(locale=step.locale).delete(),
    "delete by query": lambda step: Page.objects.filter(pk=step.pk).delete(),
    "move": lambda step: step.move(step.get_parent().get_parent(), "last-child"),
    "order": lambda step: step.move(step.get_siblings(inclusive=False).last(), "right"),
    "bring in": lambda step: _live_phase(step),
    "add": lambda step: step.get_parent().add_child(
        instance=StepPage(title="New", slug="new", locale=step.locale)
    ),
}


def _save_plain(step):
    plain = Page.objects.get(pk=step.pk)
    plain.title = "Other"
    plain.save()


def _live_phase(step):
    home = PathwayIndexPage.objects.get(locale=step.locale)
    stranger = PathwayPage(title="Stranger", slug="stranger", locale=step.locale)
    home.add_child(instance=stranger)
    phase = PhasePage(title="Phase", slug="phase", locale=step.locale)
    stranger.add_child(instance=phase)
    phase.move(PathwayPage.objects.get(key="sample", locale=step.locale), "last-child")


@pytest.mark.parametrize("name", CALLS)
def test_a_call_is_refused(pathway, name):
    before = what_readers_see(pathway)
    with pytest.raises(PermissionDenied), transaction.atomic():
        CALLS[name](page_in("da", "opening"))
    assert what_readers_see(pathway)[1] == before[1]


def test_scheduled_publishing_and_expiry_leave_it_alone(pathway):
    step = page_in("da", "opening")
    past = timezone.now() - timedelta(days=1)
    Page.objects.filter(pk=step.pk).update(expire_at=past)
    revision = a_draft(step, title="Other")
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=past)
    before = what_readers_see(pathway)
    with pytest.raises(NotByRelease):
        call_command("publish_scheduled")
    assert what_readers_see(pathway) == before


def test_drafts_are_free(pathway):
    before = what_readers_see(pathway)
    step = page_in("da", "opening")
    a_draft(step, title="Other")
    step = page_in("da", "opening")
    step.locked = True
    step.save()
    new = StepPage(title="New", slug="new", locale=step.locale, live=False)
    step.get_parent().add_child(instance=new)
    new.move(step, "left")
    new.delete()
    assert what_readers_see(pathway)[1] == before[1]


def test_a_door_opened_outside_of_a_transaction_stays_shut(pathway):
    if not transaction.get_connection().in_atomic_block:
        with pytest.raises(RuntimeError), publishing():
            raise AssertionError
    step = page_in("da", "opening")
    with transaction.atomic(), publishing():
        a_draft(step, title="Other").publish()
    with pytest.raises(NotByRelease):
        a_draft(page_in("da", "opening"), title="Again").publish()


def test_wagtails_own_workflows_end_where_editions_begin(pathway):
    workflow = Workflow.objects.filter(active=True).first()
    WorkflowPage.objects.update_or_create(
        page=Page.get_first_root_node(), defaults={"workflow": workflow}
    )
    step = page_in("da", "opening")
    assert not step.has_workflow
    assert step.get_workflow() is None
    index = page_in("da", "sample", PathwayPage).get_parent().specific
    assert index.has_workflow


def test_a_translation_is_published_by_its_translator(pathway):
    """Its texts attach to the edition; its structure is the source's."""
    step = page_in("en", "opening")
    publish(step)
    with pytest.raises(NotByRelease):
        page_in("en", "opening").unpublish()
    with pytest.raises(NotByRelease):
        page_in("en", "opening").delete()


def test_methods_are_published_as_before(pathway, powerful):
    method = publish(page_in("da", "listening", MethodPage))
    assert method.permissions_for_user(powerful).can_publish()
    assert not page_in("da", "opening").permissions_for_user(powerful).can_publish()


def test_what_is_imported_is_the_next_edition(pathway):
    import_document(a_pathway())
    assert PathwayEdition.objects.of("sample").count() == 1
    import_document(a_pathway(a_step("opening", duration=said("an hour")), a_step("ending")))
    latest = PathwayEdition.objects.of("sample").first()
    assert latest.number == 2
    assert latest.document() == pathway_document(page_in("da", "sample", PathwayPage))


def test_lists_of_pages_ask_nothing_for_each_page(client, powerful, pathway):
    phase = page_in("da", "opening").get_parent()
    address = reverse("wagtailadmin_explore", args=[phase.pk])
    counts = []
    for number in range(3):
        name = f"new-{number}"
        new = StepPage(title=name, slug=name, locale=phase.locale, live=False)
        phase.add_child(instance=new)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(sum("pathwayedition" in query["sql"] for query in queries))
    assert counts[1] == counts[2]

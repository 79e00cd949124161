"""Small words for tests about editions of the sample pathway, whose source language is Danish."""

import json

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from accounts.roles import Role
from pathways.document.data import from_data
from pathways.document.pathway import pathway_document
from pathways.editions.content import in_source_language
from pathways.editions.plan import Plan
from pathways.editions.release import release
from pathways.editions.review import approve, propose
from pathways.models import ChecklistItem, EditionOnPages, PathwayEdition, PathwayPage, StepPage
from tests.pathways.translating import page_in


def the_pathway():
    return page_in("da", "sample", PathwayPage)


def draft(key, user=None, **values):
    """Save a draft of a step with other values; ``items`` maps keys to values of their own."""
    page = page_in("da", key).get_latest_revision_as_object()
    for item_key, changes in values.pop("items", {}).items():
        item = next(item for item in page.items.all() if item.key == item_key)
        for name, value in changes.items():
            setattr(item, name, value)
        page.items.add(item)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision(user=user, clean=False)  # as autosave does
    return page_in("da", key)


def add_step(title, user=None):
    """A new step in the first phase, as a draft with a line of its own."""
    phase = page_in("da", "opening").get_parent()
    step = StepPage(title=title, slug=title.lower(), locale=phase.locale, live=False, owner=user)
    step.items.add(ChecklistItem(key="go", text=f"Go on: {title}", locale=phase.locale))
    phase.add_child(instance=step)
    step.save_revision(user=user)
    return step


def a_reviewer(email="reviewer@example.org"):
    reviewer = get_user_model().objects.create_user(email, "said-to-nobody")
    reviewer.groups.add(Group.objects.get(name=Role.REVIEWER.value))
    return reviewer


def released(user, **values):
    """Release all drafts, in an emergency where they need one."""
    pathway = the_pathway()
    plan = Plan(pathway, values.get("pages"))
    if not plan.is_editorial:
        defaults = {"force": "practice", "change_note": "Other", "emergency_reason": "Now"}
        values = defaults | values
    return release(pathway=pathway, user=user, expected_hash=plan.hash, **values)


def proposed(user, **values):
    """Ask for approval of all drafts."""
    pathway = the_pathway()
    values = {"force": "practice", "change_note": "Other days"} | values
    return propose(pathway=pathway, user=user, expected_hash=Plan(pathway).hash, **values)


def approved(proposal, reviewer):
    return approve(proposal=proposal, user=reviewer, expected_hash=proposal.hash)


def in_force():
    """The edition in force, or None."""
    return PathwayEdition.objects.in_force().filter(key="sample").for_reading().first()


def assert_readers_see_what_is_in_force():
    """Word by word, in the source language and in those that are attached."""
    edition = in_force()
    live = pathway_document(the_pathway())
    assert in_source_language(live) == from_data(json.loads(edition.snapshot))
    assert EditionOnPages.objects.get(key="sample").edition_id == edition.pk
    if edition.languages()[1:] == live.languages[1:]:
        assert live == edition.document()

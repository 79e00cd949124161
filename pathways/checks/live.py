"""Checking pages: the document and what the checks may know come from the database."""

from django.apps import apps
from django.db.models import F
from django.utils.timezone import localdate
from wagtail.models import Page

from pathways.document.pathway import PARTS, pathway_document
from pathways.document.references import PAGE_MODELS
from pathways.models import PathwayEdition, PathwayPage
from pathways.translation.guard import translation_into

from .checking import check
from .findings import World


def check_pathway(pathway):
    """What is wrong or odd with a pathway as it would be if its drafts were published.

    :param pathway: the page in its source language.
    """
    return checked(pathway)[1]


def checked(pathway):
    """The document with its drafts, and what the checks find in it."""
    document = pathway_document(pathway, drafts_below(pathway))
    return document, check(document, world_of(pathway))


def drafts_below(pathway):
    """Specific pages of the pathway, itself included, from their unpublished drafts."""
    pages = Page.objects.descendant_of(pathway, inclusive=True).filter(has_unpublished_changes=True)
    return [page.get_latest_revision_as_object() for page in pages.specific()]


def world_of(pathway) -> World:
    """What the checks of a pathway may know besides its document."""
    in_force = PathwayEdition.objects.in_force().of(pathway.key).for_reading().first()
    return World(
        today=localdate(),
        live=frozenset(_live_names()),
        previous=in_force.document() if in_force else None,
        is_public=not pathway.get_view_restrictions().exists(),
    )


def pages_by_name(pathway):
    """The pages of a pathway by their names in a document (“step:contact”)."""
    keys = {f"{kind}_key": F(f"{kind}page__key") for kind in PARTS}
    pages = Page.objects.descendant_of(pathway, inclusive=True).annotate(**keys)
    return {
        f"{kind}:{getattr(page, f'{kind}_key')}": page
        for page in pages
        for kind in PARTS
        if getattr(page, f"{kind}_key")
    }


def _live_names():
    for kind, label in PAGE_MODELS.items():
        live = apps.get_model(label).objects.live()
        yield from (f"{kind}:{key}" for key in live.values_list("key", flat=True))
    for key in Page.objects.live().values_list("translation_key", flat=True):
        yield f"page:{key}"


def source_pathway_of(page):
    """The pathway that a page belongs to, in its source language; None outside of pathways."""
    pathway = PathwayPage.objects.ancestor_of(page, inclusive=True).first()
    if pathway is None:
        return None
    translation = translation_into(pathway)
    if translation is None:
        return pathway
    return PathwayPage.objects.get(
        translation_key=pathway.translation_key, locale=translation.source.locale
    )

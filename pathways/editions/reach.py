"""Which pages belong to a pathway that has an edition."""

from django.db.models import OuterRef, Q, Subquery
from wagtail.models import Page

from pathways.models.edition import PathwayEdition
from pathways.models.pathway import PathwayPage


def released_pathways():
    """Pathway pages, in all languages, that have editions; each with its ``edition_language``."""
    editions = PathwayEdition.objects.of(OuterRef("key"))
    return PathwayPage.objects.filter(key__in=PathwayEdition.objects.values("key")).annotate(
        edition_language=Subquery(editions.values("source_language")[:1])
    )


def released_pathway_of(page):
    """The pathway with an edition in whose tree a page stands, or None."""
    ends = range(page.steplen, len(page.path) + 1, page.steplen)
    line = [page.path[:end] for end in ends]
    return released_pathways().filter(path__in=line).first()


def has_live_released_below(page):
    """Whether readers see pages of a released pathway here or below."""
    if released_pathway_of(page):
        return Page.objects.filter(path__startswith=page.path, live=True).exists()
    return released_pathways().filter(path__startswith=page.path, live=True).exists()


def is_translation(page, pathway):
    """Whether a page holds the texts of another language: those come when they are complete."""
    twins = Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=pathway.edition_language
    )
    return twins.exclude(pk=page.pk).exists()


def pages_of(pathway):
    """All pages of the pathway in its own language, drafts too, parents first."""
    return Page.objects.filter(Q(path__startswith=pathway.path)).order_by("path")

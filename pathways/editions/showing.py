"""Letting the pages of a pathway show an edition."""

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from pathways.document.pathway import pathway_document
from pathways.models import EditionOnPages, PathwayEdition, PathwayPage

from .applying import Pages
from .content import in_source_language
from .languages import attach_languages, publish_complete
from .opening import publishing
from .trouble import NotShown


@transaction.atomic
def show(edition, user=None):
    """Publish and unpublish what it takes for readers to see the edition on its pages.

    :raises CannotApply: where something that it refers to is gone.
    :raises NotShown: where the pages come out differently.
    """
    pathway = PathwayPage.objects.select_for_update().get(pk=edition.pathway_id)
    with publishing():
        pages = Pages(pathway, in_source_language(edition.document()), user)
        pages.ensure_places()
        written = [_publish(pages, name, user) for name in pages.different()]
        for name in pages.gone():
            _unpublish(pages.page(name), user)
        if written:
            publish_complete(written, user)
        after = pathway_document(PathwayPage.objects.get(pk=pathway.pk))
        if in_source_language(after).pathways != pages.document.pathways:
            raise NotShown(edition)
        EditionOnPages.objects.update_or_create(key=edition.key, defaults={"edition": edition})
        attach_languages(pathway, after)


def _publish(pages, name, user):
    revision = pages.revision_of(name)
    revision.publish(user=user, skip_permission_checks=True)
    return pages.page(name)


def _unpublish(page, user):
    for version in [page, *page.get_translations()]:
        if version.live:
            UnpublishPageAction(version, user=user).execute(skip_permission_checks=True)


@transaction.atomic
def hide(key, user=None):
    """With no edition in force readers see no page of the pathway."""
    shown = EditionOnPages.objects.filter(key=key).select_related("edition").first()
    if shown is None or shown.edition.pathway_id is None:
        return
    with publishing():
        pathway = PathwayPage.objects.select_for_update().get(pk=shown.edition.pathway_id)
        for version in pathway.get_translations(inclusive=True):
            below = Page.objects.filter(path__startswith=version.path, live=True)
            for page in below.order_by("-path").specific():
                UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
        shown.delete()


def bring_up_to_date(key, user=None):
    """Let the pages show the edition in force, if they do not.

    :returns: the edition that they show now, or None where none is in force.
    """
    edition = PathwayEdition.objects.in_force().filter(key=key).for_reading().first()
    if edition is None:
        hide(key, user)
    elif edition.pathway_id and not EditionOnPages.objects.filter(edition=edition).exists():
        show(edition, user)
    return edition

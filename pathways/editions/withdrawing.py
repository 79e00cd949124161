"""Taking an edition out of force, and bringing back what was."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.access_log import Verb, record
from pathways.document.importing.tree import PageTree
from pathways.document.shape import name_of, shape_of
from pathways.models import (
    EditionProposal,
    EditionWithdrawal,
    PathwayEdition,
    PathwayPage,
    StructureDraft,
)
from pathways.permissions import may_release

from .applying import Pages
from .content import in_source_language
from .opening import publishing
from .plan import changed_pages
from .release import waits_message
from .showing import bring_up_to_date
from .trouble import ReleaseRefused


@transaction.atomic
def withdraw(*, edition, user, reason):
    """The edition is not in force any more, or never will be; the one before it is.

    :raises PermissionDenied: where the user does not publish here.
    :raises ReleaseRefused: without a reason, or when somebody was faster.
    """
    pathway = _pathway_for(edition.pathway_id, user)
    if not reason.strip():
        raise ReleaseRefused(_("Say why it is withdrawn."))
    if EditionWithdrawal.objects.filter(edition=edition).exists():
        raise ReleaseRefused(_("It has been withdrawn already."))
    withdrawal = EditionWithdrawal.objects.create(
        edition=edition, reason=reason.strip(), withdrawn_by=user
    )
    record(Verb.WITHDRAWN, edition, actor=user)
    bring_up_to_date(pathway.key, user)
    return withdrawal


@transaction.atomic
def restore(*, edition, user):
    """Write what an edition says into the drafts, to be released as a new edition.

    :returns: primary keys of the pages whose drafts have to go along.
    :raises PermissionDenied: where the user does not publish here.
    :raises ReleaseRefused: while another edition waits for its date.
    :raises CannotApply: where something that it refers to is gone.
    """
    pathway = _pathway_for(edition.pathway_id, user)
    _refuse_while_waiting(pathway)
    document = in_source_language(edition.document())
    _make_missing_pages(pathway, document)
    pages = Pages(pathway, document, user)
    written = []
    for name in pages.different():
        page = pages.page(name)
        pages.write_draft(name, page)
        written.append(page.pk)
    _set_structure(pathway, document, pages, user)
    return written


def _set_structure(pathway, document, pages, user):
    if shape_of(document) == shape_of(pages.now):
        StructureDraft.objects.filter(pathway=pathway).delete()
    else:
        values = {"shape": shape_of(document), "changed_by": user}
        StructureDraft.objects.update_or_create(pathway=pathway, defaults=values)


def _make_missing_pages(pathway, document):
    """Pages that were deleted since come back as drafts."""
    tree = PageTree(document, {document.source_language: pathway.locale}, pathway.package)
    parents = {}
    for phase in document.pathway.phases:
        parents |= {name_of(step): name_of(phase) for step in phase.steps}
    for node in document.pages():
        parent = tree.pages.get(parents.get(name_of(node)), pathway)
        tree.find_or_make(node, parent)


@transaction.atomic
def discard(*, pathway, user):
    """Let the drafts be exactly what readers see.

    New pages that readers have never seen are deleted.

    :raises PermissionDenied: where the user does not publish here.
    :raises ReleaseRefused: while another edition waits for its date.
    """
    pathway = _pathway_for(pathway.pk, user)
    _refuse_while_waiting(pathway)
    bring_up_to_date(pathway.key, user)
    StructureDraft.objects.filter(pathway=pathway).delete()
    for page in changed_pages(pathway).specific():
        if page.live:
            _forget_draft(page, user)
    for page in changed_pages(pathway).filter(first_published_at=None, live=False):
        if not page.get_descendants().filter(first_published_at__isnull=False).exists():
            type(page).objects.get(pk=page.pk).delete()
    dropped = EditionProposal.Ended.DROPPED
    for proposal in EditionProposal.objects.open().filter(pathway=pathway):
        proposal.end(dropped, user)


def _forget_draft(page, user):
    """A revision that says what the live row says becomes the latest."""
    page.go_live_at = page.expire_at = None
    revision = page.save_revision(user=user, changed=False, log_action="wagtail.revert")
    page.live_revision, page.has_unpublished_changes = revision, False
    with publishing():
        page.save(update_fields=["live_revision", "has_unpublished_changes"], clean=False)


def _pathway_for(primary_key, user):
    pathway = PathwayPage.objects.select_for_update().filter(pk=primary_key).first()
    if pathway is None:
        raise ReleaseRefused(_("The pathway's page is gone, so nothing can be released."))
    if not may_release(user, pathway):
        raise PermissionDenied
    return pathway


def _refuse_while_waiting(pathway):
    waiting = PathwayEdition.objects.waiting().filter(key=pathway.key).first()
    if waiting:
        raise ReleaseRefused(waits_message(waiting))

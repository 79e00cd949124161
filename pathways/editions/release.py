"""Releasing: the changed pages go live and the snapshot is taken, in one transaction."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.access_log import Verb, record
from pathways.models import EditionOnPages, EditionProposal, PathwayEdition, PathwayPage
from pathways.models.edition import Force
from pathways.permissions import may_release

from .checking import errors_in
from .languages import attach_languages
from .plan import Plan
from .showing import bring_up_to_date, show
from .trouble import ReleaseRefused


@transaction.atomic
def release(
    *,
    pathway,
    user,
    expected_hash,
    force=Force.EDITORIAL,
    change_note="",
    effective_on=None,
    pages=None,
    proposal=None,
    emergency_reason="",
):
    """Release the next edition of a pathway.

    :param pathway: the page in its source language.
    :param expected_hash: of the plan that the user has looked at.
    :param effective_on: today if not given. For a later day the pages stay as they are until
        it comes, and readers get the edition's document from the first minute of it.
    :param pages: primary keys of pages whose drafts go along; all that changed if not given.
    :param proposal: an approved one; without it only words may change, or it is an emergency.
    :raises PermissionDenied: where the user does not publish here.
    :raises ReleaseRefused: where something stands in the way.
    """
    pathway = PathwayPage.objects.select_for_update().get(pk=pathway.pk)
    if not may_release(user, pathway):
        raise PermissionDenied
    today = timezone.localdate()
    effective_on = effective_on or today
    if proposal:
        proposal = EditionProposal.objects.get(pk=proposal.pk, pathway=pathway)
    bring_up_to_date(pathway.key, user)
    plan = Plan(pathway, pages)
    refuse_what_cannot_be(plan, expected_hash, effective_on)
    _ask_for_approval(plan, force, proposal, emergency_reason)
    edition = _create(
        plan,
        user,
        force=force,
        change_note=change_note.strip(),
        effective_on=effective_on,
        approved_by=proposal.approved_by if proposal else None,
        emergency_reason=emergency_reason.strip(),
    )
    if plan.structure:
        plan.structure.delete()
    _end_proposals(edition, user)
    if effective_on <= today:
        show(edition, user)
    record(Verb.EMERGENCY_RELEASED if emergency_reason else Verb.RELEASED, edition, actor=user)
    return edition


def refuse_what_cannot_be(plan, expected_hash, effective_on=None):
    """What holds for releases and proposals alike.

    :raises ReleaseRefused:
    """
    if plan.waiting:
        raise ReleaseRefused(waits_message(plan.waiting))
    if plan.is_empty:
        raise ReleaseRefused(_("Nothing has changed since edition %s.") % plan.base.number)
    if plan.hash != expected_hash:
        raise ReleaseRefused(_("Something has changed since you looked. Look again at what."))
    if effective_on and effective_on < timezone.localdate():
        raise ReleaseRefused(_("An edition cannot be in force before today."))
    errors = errors_in(plan)
    if errors:
        raise ReleaseRefused("\n".join(str(error) for error in errors))


def waits_message(edition):
    """Why nothing can be released now."""
    return _(
        "Edition %(number)s waits for %(date)s, and until then everything stays as it is. "
        "Withdraw it to release something else."
    ) % {"number": edition.number, "date": date_format(edition.effective_on)}


def _ask_for_approval(plan, force, proposal, emergency_reason):
    if force == Force.EDITORIAL:
        if not plan.is_editorial:
            raise ReleaseRefused(
                _("More than words changes, so it is no editorial edition. Choose its weight.")
            )
    elif proposal:
        if not proposal.is_approved or proposal.hash != plan.hash:
            raise ReleaseRefused(_("This is not what was approved. Have it approved again."))
    elif not emergency_reason.strip():
        raise ReleaseRefused(_("This needs the approval of somebody who wrote none of it."))


def _end_proposals(edition, user):
    """Whatever was proposed for the pathway has come to its end."""
    for proposal in EditionProposal.objects.open().filter(pathway=edition.pathway):
        is_this = proposal.hash == edition.hash
        proposal.edition = edition if is_this else None
        proposal.end(proposal.Ended.RELEASED if is_this else proposal.Ended.DROPPED, user)


def _create(plan, user, **values):
    same = PathwayEdition.objects.of(plan.pathway.key).filter(hash=plan.hash).first()
    return PathwayEdition.objects.create(
        pathway=plan.pathway,
        key=plan.pathway.key,
        number=plan.number,
        schema=plan.document.schema,
        source_language=plan.document.source_language,
        snapshot=plan.snapshot,
        hash=plan.hash,
        released_by=user,
        restored_from=same.number if same else None,
        **values,
    )


@transaction.atomic
def take_edition(
    *,
    pathway,
    user=None,
    force=Force.EDITORIAL,
    change_note="",
    effective_on=None,
    unless_like="",
):
    """A numbered snapshot of what readers see now: of what came from files, or at the beginning.

    :param pathway: the page in its source language.
    :param unless_like: with this hash there is nothing to take; then None is given.
    """
    pathway = PathwayPage.objects.select_for_update().get(pk=pathway.pk)
    plan = Plan(pathway, [])
    if plan.hash == unless_like:
        return None
    edition = _create(
        plan,
        user,
        force=force,
        change_note=change_note,
        effective_on=effective_on or timezone.localdate(),
    )
    EditionOnPages.objects.update_or_create(key=edition.key, defaults={"edition": edition})
    attach_languages(pathway)
    return edition

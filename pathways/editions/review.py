"""Review: somebody who wrote none of it approves just these words."""

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from accounts.access_log import Verb, record
from accounts.roles import Role
from pathways.models import EditionProposal, PathwayPage
from pathways.permissions import may_release, may_review

from .mails import tell_proposer, tell_reviewers
from .plan import Plan
from .release import refuse_what_cannot_be
from .showing import bring_up_to_date
from .trouble import ReleaseRefused


def plan_of(proposal):
    """What would be released now of the pages that were proposed."""
    return Plan(proposal.pathway, proposal.pages)


def is_void(proposal, plan=None):
    """Whether a word has changed since it was proposed."""
    return (plan or plan_of(proposal)).hash != proposal.hash


def authors_of(plan, proposal=None):
    """Primary keys of all who had a hand in it since readers last saw it.

    Discarded drafts count too: better one author too many than one approver too few.
    """
    released = {str(page.pk): page.live_revision_id or 0 for page in plan.chosen}
    revisions = Revision.page_revisions.filter(object_id__in=released, user__isnull=False)
    authors = {
        user_id
        for pk, page_id, user_id in revisions.values_list("pk", "object_id", "user_id")
        if pk > released[page_id]
    }
    authors |= {page.owner_id for page in plan.chosen if page.first_published_at is None}
    if plan.structure:
        authors.add(plan.structure.changed_by_id)
    if proposal:
        authors.add(proposal.proposed_by_id)
    return authors - {None}


def may_approve(user, proposal, plan=None):
    """Whether somebody may approve a proposal: a reviewer who wrote none of it."""
    return may_review(user) and user.pk not in authors_of(plan or plan_of(proposal), proposal)


def reviewers_for(plan, proposal):
    """Who is asked."""
    people = get_user_model().objects.filter(is_active=True, groups__name=Role.REVIEWER.value)
    return people.exclude(pk__in=authors_of(plan, proposal)).order_by("pk")


@transaction.atomic
def propose(*, pathway, user, expected_hash, force, change_note="", effective_on=None, pages=None):
    """Ask for approval. A proposal that was open is dropped.

    :raises PermissionDenied: where the user does not publish here.
    :raises ReleaseRefused: where it could not be released either.
    """
    pathway = PathwayPage.objects.select_for_update().get(pk=pathway.pk)
    if not may_release(user, pathway):
        raise PermissionDenied
    bring_up_to_date(pathway.key, user)
    plan = Plan(pathway, pages)
    refuse_what_cannot_be(plan, expected_hash, effective_on)
    for former in EditionProposal.objects.open().filter(pathway=pathway):
        former.end(EditionProposal.Ended.DROPPED, user)
    proposal = EditionProposal(
        pathway=pathway,
        pages=[page.pk for page in plan.chosen],
        hash=plan.hash,
        force=force,
        change_note=change_note.strip(),
        effective_on=effective_on,
        proposed_by=user,
    )
    proposal.save()
    reviewers = list(reviewers_for(plan, proposal))
    transaction.on_commit(lambda: tell_reviewers(proposal, reviewers))
    return proposal


@transaction.atomic
def approve(*, proposal, user, expected_hash):
    """Approve what the reviewer has looked at.

    :raises PermissionDenied: for authors and for whoever is no reviewer.
    :raises ReleaseRefused: when it is no longer open, or has changed.
    """
    proposal = _locked(proposal)
    plan = plan_of(proposal)
    if not may_approve(user, proposal, plan):
        raise PermissionDenied
    if proposal.hash != expected_hash or is_void(proposal, plan):
        raise ReleaseRefused(_("A word has changed since it was proposed: propose it again."))
    proposal.approved_by, proposal.approved_at = user, timezone.now()
    proposal.save()
    record(Verb.APPROVED, proposal, actor=user)
    transaction.on_commit(lambda: tell_proposer(proposal))
    return proposal


@transaction.atomic
def send_back(*, proposal, user, answer):
    """Say what is to be changed first.

    :raises PermissionDenied: for whoever is no reviewer.
    :raises ReleaseRefused: when it is no longer open, or nothing is said.
    """
    proposal = _locked(proposal)
    if not may_review(user):
        raise PermissionDenied
    if not answer.strip():
        raise ReleaseRefused(_("Say what is to be changed."))
    proposal.answer = answer.strip()
    proposal.end(EditionProposal.Ended.RETURNED, user)
    transaction.on_commit(lambda: tell_proposer(proposal))
    return proposal


@transaction.atomic
def drop(*, proposal, user):
    """Take a proposal back.

    :raises PermissionDenied: where the user does not publish here.
    """
    proposal = _locked(proposal)
    if not may_release(user, proposal.pathway):
        raise PermissionDenied
    proposal.end(EditionProposal.Ended.DROPPED, user)


def _locked(proposal):
    PathwayPage.objects.select_for_update().get(pk=proposal.pathway_id)
    proposal = EditionProposal.objects.select_related("pathway").get(pk=proposal.pk)
    if not proposal.is_open:
        raise ReleaseRefused(_("Somebody has dealt with this proposal already."))
    return proposal

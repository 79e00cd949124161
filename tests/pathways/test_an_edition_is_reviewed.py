"""Somebody who wrote none of it approves just these words, and one word more voids it."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.models import AccessEntry
from pathways.editions.release import release
from pathways.editions.review import authors_of, drop, is_void, plan_of, send_back
from pathways.editions.trouble import ReleaseRefused
from pathways.editions.withdrawing import discard
from pathways.models import EditionProposal, PathwayEdition
from tests.editors import make_editor
from tests.pathways.releasing import (
    a_reviewer,
    add_step,
    approved,
    assert_readers_see_what_is_in_force,
    draft,
    proposed,
    released,
    the_pathway,
)
from tests.pathways.translating import page_in


@pytest.fixture
def reviewer(first):
    return a_reviewer()


@pytest.fixture
def proposal(first, editor, reviewer):
    """Another deadline, written and proposed by the editor."""
    draft("opening", user=editor, items={"opening-first": {"due_amount": 9}})
    return proposed(editor)


def release_it(proposal, user):
    return release(
        pathway=the_pathway(),
        user=user,
        expected_hash=proposal.hash,
        force=proposal.force,
        change_note=proposal.change_note,
        pages=proposal.pages,
        proposal=EditionProposal.objects.get(pk=proposal.pk),
    )


def test_what_is_approved_is_released(proposal, editor, reviewer):
    approved(proposal, reviewer)
    edition = release_it(proposal, editor)
    assert (edition.number, edition.approved_by, edition.released_by) == (2, reviewer, editor)
    assert_readers_see_what_is_in_force()
    proposal.refresh_from_db()
    assert (proposal.ended, proposal.edition) == ("released", edition)
    assert AccessEntry.objects.filter(verb="approved", actor_id=reviewer.pk).count() == 1


def test_without_approval_it_is_not(proposal, editor):
    with pytest.raises(ReleaseRefused, match="not what was approved"):
        release_it(proposal, editor)


def test_one_word_voids_the_approval(proposal, editor, reviewer):
    approved(proposal, reviewer)
    draft("opening", user=editor, summary="One word more")
    assert is_void(proposal)
    with pytest.raises(ReleaseRefused, match="changed since you looked"):
        release_it(proposal, editor)
    with pytest.raises(ReleaseRefused, match="not what was approved"):
        release(
            pathway=the_pathway(),
            user=editor,
            expected_hash=plan_of(proposal).hash,
            force="practice",
            change_note="More",
            pages=proposal.pages,
            proposal=EditionProposal.objects.get(pk=proposal.pk),
        )


def test_a_word_of_a_page_that_stays_behind_voids_nothing(proposal, editor, reviewer):
    draft("ending", user=editor, summary="For later")
    assert not is_void(proposal)
    approved(proposal, reviewer)
    release_it(proposal, editor)
    assert page_in("da", "ending").summary != "For later"


def test_a_page_deleted_while_proposed_voids_it(first, editor, reviewer):
    new = add_step("New", editor)
    proposal = proposed(editor)
    approved(proposal, reviewer)
    new.delete()
    assert is_void(proposal)
    with pytest.raises(ReleaseRefused):
        release_it(proposal, editor)
    assert PathwayEdition.objects.count() == 1


@pytest.mark.parametrize("when", ["before", "after"])
def test_no_author_approves(first, reviewer, editor, when):
    """Also one whose words were overwritten, and one who wrote after somebody else proposed."""
    both = make_editor("both@example.org")
    both.groups.add(*reviewer.groups.all())
    draft("opening", user=both if when == "before" else editor, summary="First")
    draft("opening", user=editor, items={"opening-first": {"due_amount": 9}})
    if when == "after":
        draft("ending", user=both, summary="Mine")
    proposal = proposed(editor)
    assert authors_of(plan_of(proposal), proposal) == {both.pk, editor.pk}
    with pytest.raises(PermissionDenied):
        approved(proposal, both)
    approved(proposal, reviewer)


def test_no_proposer_approves_even_without_a_word_of_their_own(first, editor, reviewer):
    both = make_editor("both@example.org")
    both.groups.add(*reviewer.groups.all())
    draft("opening", user=editor, items={"opening-first": {"due_amount": 9}})
    proposal = proposed(both)
    with pytest.raises(PermissionDenied):
        approved(proposal, both)
    with pytest.raises(IntegrityError), transaction.atomic():
        EditionProposal.objects.filter(pk=proposal.pk).update(approved_by=both)


def test_being_a_superuser_is_no_review(proposal, django_user_model):
    root = django_user_model.objects.create_superuser("root@example.org", "said-to-nobody")
    with pytest.raises(PermissionDenied):
        approved(proposal, root)
    with pytest.raises(PermissionDenied):
        send_back(proposal=proposal, user=root, answer="No")


def test_reviewers_are_told_by_mail_and_no_word_of_it(
    first, editor, reviewer, django_capture_on_commit_callbacks
):
    draft("opening", user=editor, items={"opening-first": {"due_amount": 9}})
    with django_capture_on_commit_callbacks(execute=True):
        proposal = proposed(editor, change_note="Secret words")
    assert [message.to for message in mail.outbox] == [[reviewer.email]]
    body = mail.outbox[0].body
    assert reverse("pathways_editions:proposal", args=[proposal.pk]) in body
    for word in ("Secret words", "opening", "sample", editor.email):
        assert word not in mail.outbox[0].message().as_string()
    with django_capture_on_commit_callbacks(execute=True):
        send_back(proposal=proposal, user=reviewer, answer="Nine days are too many")
    assert mail.outbox[1].to == [editor.email]
    assert "Nine days" not in mail.outbox[1].body


def test_a_proposal_is_sent_back_dropped_or_discarded_once(proposal, editor, reviewer):
    send_back(proposal=proposal, user=reviewer, answer="Too many days")
    for act in (
        lambda: approved(proposal, reviewer),
        lambda: drop(proposal=proposal, user=editor),
        lambda: send_back(proposal=proposal, user=reviewer, answer="Again"),
    ):
        with pytest.raises(ReleaseRefused, match="already"):
            act()
    again = proposed(editor)
    last = proposed(editor)
    again.refresh_from_db()
    assert again.ended == "dropped"
    discard(pathway=the_pathway(), user=editor)
    last.refresh_from_db()
    assert last.ended == "dropped"


def test_another_release_voids_what_was_approved(proposal, editor, reviewer):
    """The approval was of a document that would say something else now."""
    approved(proposal, reviewer)
    other = draft("ending", user=editor, summary="A typo less")
    released(editor, pages=[other.pk])
    proposal.refresh_from_db()
    assert proposal.ended == "dropped"
    with pytest.raises(ReleaseRefused):
        release_it(proposal, editor)


def test_an_emergency_is_told(first, editor):
    draft("opening", user=editor, items={"opening-first": {"due_amount": 9}})
    edition = released(editor, emergency_reason="In force since midnight")
    assert edition.approved_by is None
    assert edition.emergency_reason == "In force since midnight"

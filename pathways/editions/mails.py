"""Mails about reviews: that something waits, and where. No word of what it says."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_admin_base_url
from wagtail.users.models import UserProfile

from accounts.mail import Mail, send
from pathways.models import EditionProposal


def tell_reviewers(proposal, reviewers):
    """Each of them, in their own language."""
    for reviewer in reviewers:
        send(lambda: _waits(proposal), reviewer.email, _language(reviewer))


def tell_proposer(proposal):
    """Whoever asked gets the answer."""
    proposer = proposal.proposed_by
    if proposer and proposer.is_active:
        send(lambda: _answered(proposal), proposer.email, _language(proposer))


def _waits(proposal):
    return Mail(
        subject=_("An edition waits for your approval"),
        paragraphs=[_("Somebody has changed a pathway and asks you to look at it.")],
        link=_address(proposal),
        link_words=_("Look at what changes"),
    )


def _answered(proposal):
    if proposal.ended == EditionProposal.Ended.RETURNED:
        subject = _("Your proposal was sent back")
        words = _("Whoever looked at it says what is to be changed first.")
    else:
        subject = _("Your proposal was approved")
        words = _("You can release it now, as long as no word of it changes.")
    return Mail(subject=subject, paragraphs=[words], link=_address(proposal), link_words=_("Go on"))


def _address(proposal):
    path = reverse("pathways_editions:proposal", args=[proposal.pk])
    return f"{get_admin_base_url().rstrip('/')}{path}"


def _language(user):
    return UserProfile.get_for_user(user).get_preferred_language()

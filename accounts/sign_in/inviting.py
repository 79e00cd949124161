"""Inviting people, and the mail that does it."""

import functools

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from accounts.mail import Mail, send


def invite(invitation, groups, *, by=None):
    """Save an invitation and send its mail once it is in the database.

    :param by: who invites.
    """
    token = invitation.new_token()
    invitation.invited_by = by
    with transaction.atomic():
        invitation.save()
        invitation.groups.set(groups)
        mail = functools.partial(_mail, link_of(invitation, token))
        transaction.on_commit(functools.partial(send, mail, invitation.email, invitation.language))


def use_up(invitation):
    """Mark it as accepted. False if somebody was quicker, or its time is over."""
    now = timezone.now()
    open_ones = type(invitation).objects.filter(pk=invitation.pk, accepted=None, expires__gt=now)
    return bool(open_ones.update(accepted=now))


def link_of(invitation, token):
    """The full address that the invited follow."""
    with override(invitation.language):
        return settings.BASE_URL.rstrip("/") + reverse("account_accept_invitation", args=[token])


def _mail(link):
    days = settings.INVITATION_DAYS
    return Mail(
        subject=_("You are invited to the portal"),
        paragraphs=[
            _("Somebody who runs the portal has made room for you. Choose a password to come in."),
            ngettext(
                "The link is good for %(days)s day and works once.",
                "The link is good for %(days)s days and works once.",
                days,
            )
            % {"days": days},
            _("If you do not know what this is about, there is nothing that you need to do."),
        ],
        link=link,
        link_words=_("Accept the invitation"),
    )

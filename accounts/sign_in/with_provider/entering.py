"""Who of those that the provider knows may come in."""

import logging
import secrets

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.access_log import Outcome, Verb, record
from accounts.models import Invitation
from accounts.roles import Role
from accounts.sign_in.inviting import use_up

from .asking import ProviderSilent

logger = logging.getLogger(__name__)

# What the page says, and the status that it says it with.
CANCELLED, LATE, SILENT, STRANGE = "cancelled", "late", "silent", "strange"
UNVERIFIED, UNINVITED = "unverified", "uninvited"
STATUS = {SILENT: 503, STRANGE: 502, UNVERIFIED: 403, UNINVITED: 403}


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Lets in whom the portal knows, has invited, or whose organisation it is open to."""

    def generate_state_param(self, state):
        return secrets.token_urlsafe(24)

    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        """Tie the provider's account to one of ours, by an address that is verified.

        :raises ImmediateHttpResponse: with the page that says why that is not possible.
        """
        if sociallogin.is_existing:
            return
        addresses = [each.email for each in sociallogin.email_addresses if each.verified]
        if not addresses:
            raise ImmediateHttpResponse(refuse(request, UNVERIFIED))
        known = get_user_model().objects.filter(email__iexact=addresses[0]).first()
        if known and not known.is_active:
            raise ImmediateHttpResponse(redirect("account_inactive"))
        if known:
            sociallogin.connect(request, known)
        elif not _make_account(request, sociallogin, addresses[0]):
            raise ImmediateHttpResponse(refuse(request, UNINVITED))

    def on_authentication_error(
        self, request, provider, error=None, exception=None, extra_context=None
    ):
        """Say what went wrong, on a page of ours; whoever runs the portal reads it in the log."""
        if error == AuthError.CANCELLED:
            reason = CANCELLED
        elif isinstance(exception, ProviderSilent):
            reason = SILENT
        elif exception is None and not (extra_context or {}).get("state"):
            reason = LATE
        else:
            reason = STRANGE
        if reason in (SILENT, STRANGE):
            logger.warning("The sign-in provider: %s", exception or "an error of its own")
        raise ImmediateHttpResponse(refuse(request, reason))


def refuse(request, reason):
    """The page that says why, with a way on; recorded as a sign-in that failed."""
    outcome = Outcome.REFUSED if reason in (UNVERIFIED, UNINVITED) else Outcome.FAILED
    record(Verb.SIGNED_IN, outcome=outcome, request=request)
    status = STATUS.get(reason, 400)
    return render(request, "account/provider_refused.html", {"reason": reason}, status=status)


@transaction.atomic
def _make_account(request, sociallogin, email):
    """Make the account of somebody who was invited, or whom the portal is open to; else False."""
    invitation = Invitation.objects.open_for(email, timezone.now())
    if invitation is not None and use_up(invitation):
        groups = [*invitation.groups.all()]
    elif email.rpartition("@")[2].lower() in settings.OIDC_OPEN_TO:
        groups = [Group.objects.get(name=Role.READER.value)]
    else:
        return False
    sociallogin.user.email = email
    sociallogin.save(request, connect=True)
    sociallogin.user.groups.set(groups)
    return True

"""What the portal wants otherwise than the library that keeps the door."""

import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.mail import send

from .mails import WRITERS


class AccountAdapter(DefaultAccountAdapter):
    """Closed to the uninvited; our words; our mails."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "The e-mail address and the password do not belong together. Check both and try again."
        ),
        "enter_current_password": _("That is not your password now."),
        "incorrect_password": _("That is not your password."),
        "incorrect_code": _(
            "This code is not right, or it has been used. Wait for the next one and try again. "
            "If it goes on, check that the clock of your phone is right."
        ),
        "invalid_password_reset": _("This link is no longer good."),
        "too_many_login_attempts": _(
            "That was wrong too many times. Wait five minutes, then try again, "
            "or choose a new password."
        ),
        "rate_limited": _("That was too many times in a short while. Wait a minute and try again."),
    }

    def is_open_for_signup(self, request):
        """Nobody signs up: people are invited."""
        return False

    def send_mail(self, template_prefix, email, context):
        """Send what :mod:`accounts.sign_in.mails` writes, in the language of the page."""
        writer = WRITERS[template_prefix]
        send(lambda: writer(context), email, get_language())

    def get_login_redirect_url(self, request):
        """Editors to their work, all others to the front page."""
        if request.user.has_perm("wagtailadmin.access_admin"):
            return reverse("wagtailadmin_home")
        return f"/{get_language()}/"

    def get_logout_redirect_url(self, request):
        return reverse("account_login")

    def get_password_change_redirect_url(self, request):
        return reverse("account_home")

    def is_reauthentication_required(self, *, app, **kwargs):
        """Who signed in a moment ago has just shown who they are."""
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0)
        if time.time() - latest < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

"""The mails about an account: a writer for each occasion the library knows."""

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.mail import Mail


def new_password(context):
    """Leads to the page where a new password is chosen."""
    return Mail(
        subject=_("Choose a new password"),
        paragraphs=[
            _("Somebody, probably you, has asked for a new password."),
            _("If it was not you, there is nothing that you need to do."),
            _("The link is good for an hour and works once."),
        ],
        link=context["password_reset_url"],
        link_words=_("Choose a new password"),
    )


def _news(subject):
    """A mail that says what has changed and what to do if it was somebody else."""

    def write(context):
        return Mail(
            subject=str(subject()),
            paragraphs=[
                _("If it was you, there is nothing that you need to do."),
                _(
                    "If it was not you, somebody else may be using your account: choose a new "
                    "password at once and tell whoever runs the portal."
                ),
            ],
        )

    return write


_PASSWORD_CHANGED = _news(lambda: _("Your password was changed"))

WRITERS = {
    "account/email/password_reset_key": new_password,
    "account/email/password_changed": _PASSWORD_CHANGED,
    "account/email/password_reset": _PASSWORD_CHANGED,
    "account/email/password_set": _PASSWORD_CHANGED,
    "socialaccount/email/account_connected": _news(
        lambda: _("You can now sign in with %(name)s") % {"name": settings.OIDC_NAME}
    ),
    "mfa/email/totp_activated": _news(lambda: _("A second step was added to your sign-in")),
    "mfa/email/totp_deactivated": _news(lambda: _("The second step of your sign-in was removed")),
    "mfa/email/recovery_codes_generated": _news(lambda: _("New recovery codes were made for you")),
}

"""The forms of the second step, in the portal's words, and what the library leaves open."""

from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .adapter import AccountAdapter
from .forms import OurWords
from .sealing import seal, unseal
from .second_step import must_have_it

CODE = gettext_lazy("Code from your app, or a recovery code")
REQUIRED = gettext_lazy("Your role asks for a second step: it cannot be removed.")


class MFAAdapter(DefaultMFAAdapter):
    """Our name in people's apps, our words, and no way out for roles that need a second step."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": REQUIRED,
        "cannot_generate_recovery_codes": gettext_lazy("Set up your second step first."),
    }

    def encrypt(self, text):
        return seal(text)

    def decrypt(self, encrypted_text):
        return unseal(encrypted_text)

    def get_totp_issuer(self):
        return _("Pathway Portal")

    def can_delete_authenticator(self, authenticator):
        return not must_have_it(authenticator.user)


class _UsedOnce:
    """A code is good once, for as long as a clock that is off makes it good."""

    def clean_code(self):
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP:
            steps = 2 * app_settings.TOTP_TOLERANCE + 1
            key = f"second-step-used-{self.user.pk}-{''.join(filter(str.isdigit, code))}"
            if not cache.add(key, True, timeout=steps * app_settings.TOTP_PERIOD):
                raise get_adapter().validation_error("incorrect_code")
        return code


def _as_digits(field):
    field.widget.attrs |= {"autocapitalize": "off", "spellcheck": "false", "inputmode": "numeric"}


class SecondStepForm(_UsedOnce, OurWords, base.AuthenticateForm):
    words = {"code": CODE}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _as_digits(self.fields["code"])


class ConfirmWithCodeForm(_UsedOnce, OurWords, base.ReauthenticateForm):
    words = {"code": CODE}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _as_digits(self.fields["code"])


class SetUpForm(OurWords, ActivateTOTPForm):
    words = {"code": gettext_lazy("The six digits that the app shows now")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _as_digits(self.fields["code"])

    @property
    def secret_in_groups(self):
        """The secret as one can type it."""
        return " ".join(self.secret[i : i + 4] for i in range(0, len(self.secret), 4))

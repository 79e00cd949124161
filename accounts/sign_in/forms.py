"""The forms of the door, in the portal's words."""

import time

from allauth.account import forms as stock
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

EMAIL = _("E-mail address")
PASSWORD = _("Password")
NEW_PASSWORD = _("New password")
AGAIN = _("The new password again")


class OurWords:
    """Labels of ours instead of the library's; nothing is said in placeholders."""

    words = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.words.get(name, field.label)
            if isinstance(field.widget, forms.PasswordInput):
                field.widget.attrs["maxlength"] = 256


class SignInForm(OurWords, stock.LoginForm):
    words = {"login": EMAIL, "password": PASSWORD}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].help_text = ""


class ForgottenPasswordForm(OurWords, stock.ResetPasswordForm):
    """Takes as long whether or not there is somebody to send a mail to."""

    words = {"email": EMAIL}

    def save(self, request, **kwargs):
        until = time.monotonic() + settings.FORGOTTEN_PASSWORD_SECONDS
        try:
            return super().save(request, **kwargs)
        finally:
            time.sleep(max(0, until - time.monotonic()))


class NewPasswordForm(OurWords, stock.ResetPasswordKeyForm):
    words = {"password1": NEW_PASSWORD, "password2": AGAIN}


class ChangePasswordForm(OurWords, stock.ChangePasswordForm):
    words = {
        "oldpassword": _("Your password now"),
        "password1": NEW_PASSWORD,
        "password2": AGAIN,
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].help_text = ""


class FirstPasswordForm(OurWords, stock.SetPasswordForm):
    words = {"password1": NEW_PASSWORD, "password2": AGAIN}


class ConfirmWithPasswordForm(OurWords, stock.ReauthenticateForm):
    words = {"password": PASSWORD}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""

"""From the link in the mail to an account."""

from allauth.account.adapter import get_adapter
from allauth.account.fields import PasswordField, SetPasswordField
from allauth.core import ratelimit
from django import forms
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts.models import Invitation
from accounts.personal_numbers.forms import GuardedFormMixin

from .forms import OurWords
from .inviting import use_up

GONE = 410
NOT_FOUND = 404


class AcceptForm(GuardedFormMixin, OurWords, forms.Form):
    """Who comes in, and with which password."""

    first_name = forms.CharField(max_length=150, label=gettext_lazy("First name"))
    last_name = forms.CharField(max_length=150, label=gettext_lazy("Last name"))
    password1 = SetPasswordField(label=gettext_lazy("Password"))
    password2 = PasswordField(label=gettext_lazy("The password again"), autocomplete="new-password")

    def __init__(self, *args, email, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["first_name"].widget.attrs["autocomplete"] = "given-name"
        self.fields["last_name"].widget.attrs["autocomplete"] = "family-name"
        self.fields["password1"].user = get_user_model()(email=email)

    def clean(self):
        cleaned_data = super().clean()
        first, second = (self.cleaned_data.get(f"password{n}") for n in (1, 2))
        if first and second and first != second:
            self.add_error("password2", _("The two passwords differ."))
        return cleaned_data


@never_cache
@sensitive_post_parameters()
def accept(request, token):
    """Make the account of somebody who was invited, or say why the link does not."""
    invitation = Invitation.objects.filter(key=Invitation.key_of(token)).first()
    if invitation is None:
        return _refuse(request, "unknown", NOT_FOUND)
    if invitation.accepted:
        return _refuse(request, "used", GONE)
    if invitation.has_expired:
        return _refuse(request, "expired", GONE)
    if request.method == "POST":
        limited = ratelimit.consume_or_429(request, action="signup")
        if limited:
            return limited
    form = AcceptForm(request.POST or None, email=invitation.email)
    if form.is_valid():
        user = _make_account(invitation, form.cleaned_data)
        if user is None:
            return _refuse(request, "used", GONE)
        get_adapter().login(request, user)
        return redirect("account_home")
    context = {"form": form, "invitation": invitation}
    return render(request, "account/accept_invitation.html", context)


def _make_account(invitation, data):
    """The new user; none if the link was followed twice at once or the address is taken."""
    try:
        with transaction.atomic():
            if not use_up(invitation):
                return None
            user = get_user_model().objects.create_user(
                invitation.email,
                data["password1"],
                first_name=data["first_name"],
                last_name=data["last_name"],
            )
            user.groups.set(invitation.groups.all())
            return user
    except IntegrityError:
        return None


def _refuse(request, reason, status):
    context = {"reason": reason}
    return render(request, "account/invitation_refused.html", context, status=status)

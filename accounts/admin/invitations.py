"""Where administrators invite people and take invitations back."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from accounts import roles
from accounts.forms import GuardedForm
from accounts.models import Invitation
from accounts.sign_in.inviting import invite


class InvitationForm(GuardedForm):
    """Sends the invitation as it saves it."""

    class Meta:
        model = Invitation
        fields = ["email", "language", "groups"]
        widgets = {"groups": CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["groups"].label_from_instance = roles.label

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if get_user_model().objects.filter(email__iexact=email).exists():
            raise ValidationError(_("A user with this e-mail address exists already."))
        return email

    def save(self, commit=True):
        invitation = super().save(commit=False)
        invite(invitation, self.cleaned_data["groups"], by=self.for_user)
        return invitation


class InvitationPolicy(ModelPermissionPolicy):
    """Whoever makes users invites them; an invitation that is sent is not changed."""

    def user_has_permission(self, user, action):
        return action != "change" and user.has_perm("accounts.add_user")


class InvitationViewSet(ModelViewSet):
    model = Invitation
    icon = "mail"
    list_display = ["email", "invited_by", DateColumn("expires"), DateColumn("accepted")]
    list_per_page = 50
    copy_view_enabled = False
    permission_policy = InvitationPolicy(Invitation)

    def get_form_class(self, for_update=False):
        return InvitationForm

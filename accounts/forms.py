"""Forms about people and where they work."""

from django.contrib.auth import get_user_model
from wagtail.admin.forms import WagtailAdminModelForm

from .personal_numbers.forms import GuardedFormMixin


class GuardedForm(GuardedFormMixin, WagtailAdminModelForm):
    """What is written here holds no personal number."""


class MembershipForm(GuardedForm):
    """Offers the teams that whoever fills it in may say something about."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from .permissions import teams_managed_by

        self.fields["user"].queryset = get_user_model().objects.filter(is_active=True)
        if self.for_user:
            self.fields["team"].queryset = teams_managed_by(self.for_user)
        if self.instance.pk:
            # Another person or another team is another membership.
            self.fields["user"].disabled = self.fields["team"].disabled = True

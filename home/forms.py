"""Forms of the portal's own settings."""

from wagtail.admin.forms import WagtailAdminModelForm

from accounts.personal_numbers.forms import GuardedFormMixin


class SettingsForm(GuardedFormMixin, WagtailAdminModelForm):
    """Settings hold no personal number."""

"""What an organisation sets once for its portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.forms import SettingsForm


@register_setting(icon="home")
class PortalSettings(BaseSiteSetting):
    """Whom readers can ask; shown at the foot of every page."""

    contact_name = models.CharField(
        _("whom to ask"), max_length=120, blank=True, help_text=_("A role or an office.")
    )
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)

    base_form_class = SettingsForm
    panels = [
        FieldPanel("contact_name"),
        FieldPanel("contact_email"),
        FieldPanel("contact_phone"),
    ]

    class Meta:
        verbose_name = _("portal settings")

    @property
    def has_way(self):
        """Whether there is a way to reach anybody."""
        return bool(self.contact_email or self.contact_phone)

"""What an organisation sets once for its portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home")
class PortalSettings(BaseSiteSetting):
    """Whom readers can ask; shown at the foot of every page."""

    contact_name = models.CharField(
        _("whom to ask"), max_length=120, blank=True, help_text=_("A role or an office.")
    )
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)

    panels = [
        FieldPanel("contact_name"),
        FieldPanel("contact_email"),
        FieldPanel("contact_phone"),
    ]

    class Meta:
        verbose_name = _("portal settings")

"""What an organisation sets once for its portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="home")
class PortalSettings(BaseSiteSetting):
    """Names and contacts that pages show."""

    portal_name = models.CharField(_("name of the portal"), max_length=80, default="Pathway Portal")
    contact_name = models.CharField(
        _("whom to ask"), max_length=120, blank=True, help_text=_("A role or an office.")
    )
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)

    panels = [
        FieldPanel("portal_name"),
        FieldPanel("contact_name"),
        FieldPanel("contact_email"),
        FieldPanel("contact_phone"),
    ]

    class Meta:
        verbose_name = _("portal settings")

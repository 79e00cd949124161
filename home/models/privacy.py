"""Who answers for personal data in the portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from home.forms import SettingsForm


@register_setting(icon="lock")
class PrivacySettings(BaseSiteSetting):
    """What the privacy page says of the organisation. Nothing of it is guessed."""

    REQUIRED = ("controller", "controller_email", "authority_name", "authority_url")

    controller = models.CharField(_("data controller"), max_length=160, blank=True)
    controller_email = models.EmailField(_("its e-mail"), blank=True)
    officer_email = models.EmailField(
        _("data protection officer, e-mail"),
        blank=True,
        help_text=_("Leave it empty if there is none."),
    )
    authority_name = models.CharField(
        _("supervising authority"),
        max_length=160,
        blank=True,
        help_text=_("To whom readers can complain."),
    )
    authority_url = models.URLField(_("its website"), blank=True)
    server_log_days = models.PositiveSmallIntegerField(
        _("days that the server keeps technical logs"),
        null=True,
        blank=True,
        help_text=_("0 if it keeps none. Ask whoever runs the server."),
    )

    base_form_class = SettingsForm
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("controller"),
                FieldPanel("controller_email"),
                FieldPanel("officer_email"),
            ],
            heading=_("Who answers for personal data"),
        ),
        MultiFieldPanel(
            [FieldPanel("authority_name"), FieldPanel("authority_url")],
            heading=_("Supervising authority"),
        ),
        FieldPanel("server_log_days"),
    ]

    class Meta:
        verbose_name = _("privacy")

    def missing(self) -> list[str]:
        """Names of what nobody has filled in."""
        labels = [
            self._meta.get_field(n).verbose_name for n in self.REQUIRED if not getattr(self, n)
        ]
        if self.server_log_days is None:
            labels.append(self._meta.get_field("server_log_days").verbose_name)
        return [str(label) for label in labels]

"""What the accessibility statement says, as Norway, Denmark and Finland ask for it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from home.forms import SettingsForm


@register_setting(icon="user")
class AccessibilitySettings(ClusterableModel, BaseSiteSetting):
    """The statement of one site. What is missing is named to editors, never half-said.

    Norway and Denmark publish statements with their authority; the site links to it. In
    Finland the statement stands on the site (Act 306/2019 and EU decision 2018/1523).
    """

    class Country(models.TextChoices):
        NORWAY = "no", _("Norway: the statement is at uustatus.no")
        DENMARK = "dk", _("Denmark: the statement is at was.digst.dk")
        FINLAND = "fi", _("Finland: the statement stands in the portal")

    class Status(models.TextChoices):
        FULL = "full", _("fully compliant")
        PARTIAL = "partial", _("partially compliant")
        NONE = "none", _("not compliant")

    class Method(models.TextChoices):
        SELF = "self", _("our own assessment")
        EXTERNAL = "external", _("an assessment by others")

    HOSTS = {Country.NORWAY: "uustatus.no", Country.DENMARK: "was.digst.dk"}
    REQUIRED = {
        Country.NORWAY: ("organisation", "declaration_url", "feedback_email"),
        Country.DENMARK: ("organisation", "declaration_url", "feedback_email", "feedback_phone"),
        Country.FINLAND: (
            "organisation",
            "status",
            "assessed_on",
            "method",
            "feedback_email",
            "authority_name",
            "authority_url",
        ),
    }

    country = models.CharField(
        _("which country's law"), max_length=2, choices=Country.choices, blank=True
    )
    organisation = models.CharField(_("who answers for the portal"), max_length=160, blank=True)
    declaration_url = models.URLField(
        _("address of the published statement"),
        blank=True,
        help_text=_("In Norway at uustatus.no, in Denmark at was.digst.dk."),
    )
    status = models.CharField(
        _("how far the portal meets the requirements"),
        max_length=7,
        choices=Status.choices,
        blank=True,
    )
    assessed_on = models.DateField(_("assessed on"), null=True, blank=True)
    method = models.CharField(_("assessed how"), max_length=8, choices=Method.choices, blank=True)
    feedback_email = models.EmailField(_("e-mail for reports"), blank=True)
    feedback_phone = models.CharField(_("telephone for reports"), max_length=40, blank=True)
    authority_name = models.CharField(
        _("supervising authority"),
        max_length=160,
        blank=True,
        help_text=_("In Finland the unit at Traficom that supervises digital accessibility."),
    )
    authority_url = models.URLField(_("its website"), blank=True)
    authority_email = models.EmailField(_("its e-mail"), blank=True)
    authority_phone = models.CharField(_("its telephone"), max_length=40, blank=True)

    base_form_class = SettingsForm
    panels = [
        MultiFieldPanel(
            [FieldPanel("country"), FieldPanel("organisation"), FieldPanel("declaration_url")],
            heading=_("Statement"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("assessed_on"), FieldPanel("method")]),
            ],
            heading=_("Assessment"),
        ),
        InlinePanel(
            "gaps",
            heading=_("What is not accessible"),
            label=_("gap"),
            help_text=_("One a row, once in each language in which readers should be told."),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("feedback_email"), FieldPanel("feedback_phone")])],
            heading=_("Where readers report"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("authority_name"),
                FieldPanel("authority_url"),
                FieldRowPanel([FieldPanel("authority_email"), FieldPanel("authority_phone")]),
            ],
            heading=_("Supervising authority"),
        ),
    ]

    class Meta:
        verbose_name = _("accessibility statement")

    def clean(self):
        """The official statement lies with the country's authority."""
        super().clean()
        host = self.HOSTS.get(self.country)
        found = (urlsplit(self.declaration_url).hostname or "").removeprefix("www.")
        if host and self.declaration_url and found != host:
            message = _("The published statement has an address at %(host)s.") % {"host": host}
            raise ValidationError({"declaration_url": message})

    def missing(self) -> list[str]:
        """Names of what the country's law asks for and nobody has filled in."""
        names = self.REQUIRED.get(self.country, ("country",))
        labels = [self._meta.get_field(n).verbose_name for n in names if not getattr(self, n)]
        has_gaps = self.status in (self.Status.PARTIAL, self.Status.NONE)
        if self.country == self.Country.FINLAND and has_gaps and not self.gaps.exists():
            labels.append(_("what is not accessible"))
        return [str(label) for label in labels]


class AccessibilityGap(Orderable):
    """Something that is not accessible, why, and which requirement it misses."""

    class Reason(models.TextChoices):
        NOT_YET = "not_yet", _("not mended yet")
        BURDEN = "burden", _("a disproportionate burden")
        OUTSIDE = "outside", _("outside the law")

    statement = ParentalKey(AccessibilitySettings, on_delete=models.CASCADE, related_name="gaps")
    language = models.CharField(
        _("language"), max_length=10, choices=settings.WAGTAIL_CONTENT_LANGUAGES
    )
    text = models.TextField(_("what, and how to get it all the same"))
    criterion = models.CharField(
        _("requirement"), max_length=60, blank=True, help_text=_("“WCAG 1.2.2”")
    )
    reason = models.CharField(
        _("why"), max_length=7, choices=Reason.choices, default=Reason.NOT_YET
    )

    panels = [
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("language"), FieldPanel("criterion"), FieldPanel("reason")]),
    ]

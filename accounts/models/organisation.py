from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from accounts.forms import GuardedForm


class Organisation(models.Model):
    """Somebody's employer: our own, whose teams have cases, or a partner, who reads."""

    class Kind(models.TextChoices):
        OWN = "own", _("our own")
        PARTNER = "partner", _("partner")

    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.OWN)

    base_form_class = GuardedForm
    panels = [FieldPanel("name"), FieldPanel("kind")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="organisation_name_once",
                violation_error_message=_("There is an organisation with this name already."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["own", "partner"]), name="organisation_kind_known"
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """A partner has no teams: they would have cases."""
        super().clean()
        if self.kind == self.Kind.PARTNER and self.pk and self.teams.exists():
            raise ValidationError(
                {"kind": _("This organisation has teams, and a partner cannot have any.")}
            )

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from accounts.forms import GuardedForm

from .organisation import Organisation


class ClosureQuerySet(models.QuerySet):
    """Closures by their days."""

    def between(self, first, last):
        """Those that touch the days from `first` to `last`, both counted."""
        return self.filter(first_day__lte=last, last_day__gte=first)


class Closure(models.Model):
    """Days on which an organisation does not work, beside the country's public holidays."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="closures",
        verbose_name=_("organisation"),
    )
    name = models.CharField(
        _("name"), max_length=80, help_text=_("For example: between Christmas and New Year.")
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), help_text=_("The last day that is closed."))

    objects = ClosureQuerySet.as_manager()

    base_form_class = GuardedForm
    panels = [
        FieldPanel("organisation"),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
    ]

    class Meta:
        ordering = ["-first_day", "name"]
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="closure_ends_after_it_begins",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "first_day", "last_day"], name="closure_once"
            ),
        ]

    def __str__(self):
        return self.name

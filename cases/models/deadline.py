"""Deadlines of one case alone: a day that people agreed on."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import Case


class CaseDeadline(models.Model):
    """A day and a few words. No pathway knows it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="deadlines")
    day = models.DateField(_("by when"))
    text = models.CharField(_("what"), max_length=120, help_text=_("A few words, without names."))
    done_on = models.DateField(null=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    form_token = models.UUIDField(unique=True, null=True)

    class Meta:
        ordering = ["day", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="case_deadline_says_what")
        ]

    def __str__(self):
        return f"{self.day}"

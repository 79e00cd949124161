"""What readers say about a step."""

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from .step import StepPage


class StepFeedback(models.Model):
    """One answer. Who gave it, from where and at which hour is not stored, nor can it be."""

    step = models.ForeignKey(
        StepPage, models.SET_NULL, null=True, related_name="+", verbose_name=_("step")
    )
    title = models.CharField(_("title of the step"), max_length=255, editable=False)
    language = models.CharField(_("language"), max_length=10, editable=False)
    clear = models.BooleanField(_("was clear"))
    text = models.TextField(_("what was unclear"), blank=True, max_length=1000)
    day = models.DateField(_("day"), default=localdate, editable=False)
    seen = models.BooleanField(
        _("looked at"), default=False, help_text=_("Tick it when you have dealt with the answer.")
    )

    panels = [
        FieldPanel("step", read_only=True),
        FieldPanel("clear", read_only=True),
        FieldPanel("text", read_only=True),
        FieldPanel("seen"),
    ]

    class Meta:
        ordering = ["seen", "-day", "-pk"]
        verbose_name = _("answer about a step")
        verbose_name_plural = _("answers about steps")
        default_permissions = ("change", "delete", "view")

    def __str__(self):
        return self.title

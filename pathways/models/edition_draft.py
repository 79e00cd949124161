"""What will be different in a pathway's next edition, beside the drafts of its pages."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .pathway import PathwayPage


class StructureDraft(models.Model):
    """In which order phases and steps will stand, and which will not stand there any more.

    ``shape`` holds keys: ``{"steps": […], "phases": [{"key": …, "steps": […]}]}``. A page that is
    live and not named in it is taken out by the next release; a new page that is not named
    comes last where it was made.
    """

    pathway = models.OneToOneField(
        PathwayPage, models.CASCADE, related_name="structure_draft", verbose_name=_("pathway")
    )
    shape = models.JSONField()
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("draft of a pathway's order")
        verbose_name_plural = _("drafts of pathways' orders")
        default_permissions = ()

    def __str__(self):
        return str(self.pathway)

"""From which published document a whole pathway or article was made."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_localize.fields import SynchronizedField


class Provenance(models.Model):
    """The source as published, and what of it was left out and why."""

    source_title = models.CharField(_("title of the source"), max_length=250, blank=True)
    source_publisher = models.CharField(_("publisher"), max_length=250, blank=True)
    source_published = models.CharField(
        _("published"), max_length=40, blank=True, help_text=_("As the source says it.")
    )
    source_language = models.CharField(_("language"), max_length=10, blank=True)
    source_cut = models.TextField(
        _("what was left out"),
        blank=True,
        help_text=_("Page numbers, advertisements, text of others: and why."),
    )

    override_translatable_fields = [
        SynchronizedField("source_language", overridable=False),
        SynchronizedField("source_title", overridable=False),
        SynchronizedField("source_publisher", overridable=False),
    ]
    provenance_panels = [
        FieldPanel("source_title"),
        FieldPanel("source_publisher"),
        FieldRowPanel([FieldPanel("source_published"), FieldPanel("source_language")]),
        FieldPanel("source_cut"),
    ]

    class Meta:
        abstract = True

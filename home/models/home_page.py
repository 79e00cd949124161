"""The front page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class HomePage(Page):
    """Where everybody starts."""

    lead = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences under the heading.")
    )

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pathways.PathwayIndexPage",
        "pathways.MethodIndexPage",
        "pathways.TemplateIndexPage",
        "pathways.ArticleIndexPage",
    ]

    class Meta:
        verbose_name = _("front page")

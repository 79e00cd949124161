"""Articles: guidance that is no procedure, such as experience from other offices."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from pathways.blocks import GuidanceBlocks

from .base import GuidancePage
from .provenance import Provenance
from .readable import ReadablePage


class ArticleIndexPage(ReadablePage, Page):
    """The list of articles."""

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pathways.ArticlePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of articles")


class ArticlePage(Provenance, GuidancePage):
    """Sections and local stories."""

    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("The source's own date.")
    )
    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("text"))

    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("published_on"),
        FieldPanel("body"),
        *GuidancePage.review_panels,
        MultiFieldPanel(Provenance.provenance_panels, heading=_("The whole source")),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]
    parent_page_types = ["pathways.ArticleIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

"""Method descriptions with the ten fields of a municipal activity description."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from pathways.blocks import GuidanceBlocks

from .base import RICH_TEXT_FEATURES, GuidancePage
from .readable import ReadablePage

# The order in which readers meet them; the theme is the page's title.
METHOD_FIELDS = [
    "activities",
    "form",
    "arena",
    "target_groups",
    "actors",
    "grounds",
    "barriers",
    "gain",
    "effect",
]


class MethodIndexPage(ReadablePage, Page):
    """The list of methods."""

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pathways.MethodPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of methods")


class MethodPage(GuidancePage):
    """A way of working. Empty fields are not shown."""

    activities = RichTextField(_("activities"), blank=True, features=RICH_TEXT_FEATURES)
    form = RichTextField(_("how it is done"), blank=True, features=RICH_TEXT_FEATURES)
    arena = RichTextField(_("where"), blank=True, features=RICH_TEXT_FEATURES)
    target_groups = RichTextField(_("for whom"), blank=True, features=RICH_TEXT_FEATURES)
    actors = RichTextField(_("who takes part"), blank=True, features=RICH_TEXT_FEATURES)
    grounds = RichTextField(_("why this method"), blank=True, features=RICH_TEXT_FEATURES)
    barriers = RichTextField(
        _("what may stand in the way"), blank=True, features=RICH_TEXT_FEATURES
    )
    gain = RichTextField(_("what it gives soon"), blank=True, features=RICH_TEXT_FEATURES)
    effect = RichTextField(
        _("what it gives in the long run"), blank=True, features=RICH_TEXT_FEATURES
    )
    body = StreamField(
        GuidanceBlocks(),
        blank=True,
        verbose_name=_("phrases, examples and advice"),
    )

    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel(name) for name in METHOD_FIELDS],
            heading=_("The method in ten fields"),
        ),
        FieldPanel("body"),
        *GuidancePage.review_panels,
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        *[index.SearchField(name) for name in METHOD_FIELDS],
        index.SearchField("body"),
    ]
    parent_page_types = ["pathways.MethodIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("method")
        verbose_name_plural = _("methods")

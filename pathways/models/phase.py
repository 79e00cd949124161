"""A phase of a pathway."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    TitleFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from pathways.blocks import GuidanceBlocks

from .base import GuidancePage, KeyedRow


class PhasePage(GuidancePage):
    """A stretch of a pathway: what it achieves and who answers for what."""

    class Course(models.TextChoices):
        SEQUENTIAL = "sequential", _("after the one before")
        ONGOING = "ongoing", _("beside all the others, all the time")

    course = models.CharField(
        _("runs"), max_length=10, choices=Course.choices, default=Course.SEQUENTIAL
    )
    name_only = models.BooleanField(
        _("the source gives only the name"),
        default=False,
        help_text=_("Readers are told that nothing more is known about this phase."),
    )
    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("more about the phase"))

    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("course"), FieldPanel("name_only")]),
        InlinePanel(
            "results",
            label=_("result"),
            heading=_("Results to check"),
            help_text=_("Readers see what must be true before the next phase."),
        ),
        InlinePanel(
            "responsibilities",
            label=_("responsibility"),
            heading=_("Who answers for what"),
        ),
        FieldPanel("body"),
        *GuidancePage.review_panels,
    ]
    settings_panels = [CommentPanel()]  # no dates of its own: editions have them
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.RelatedFields("results", [index.SearchField("text")]),
        index.RelatedFields(
            "responsibilities", [index.SearchField("organisation"), index.SearchField("duty")]
        ),
    ]
    parent_page_types = ["pathways.PathwayPage"]
    subpage_types = ["pathways.StepPage"]

    class Meta:
        verbose_name = _("phase")
        verbose_name_plural = _("phases")


class PhaseResult(KeyedRow):
    """Something that is true when the phase has done its work."""

    page = ParentalKey(PhasePage, on_delete=models.CASCADE, related_name="results")
    text = models.CharField(
        _("result"), max_length=250, help_text=_("A statement that can be checked.")
    )

    panels = [KeyedRow.key_panel, FieldPanel("text")]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("phaseresult")

    def __str__(self):
        return self.text


class PhaseResponsibility(KeyedRow):
    """A duty of an organisation or role in the phase."""

    page = ParentalKey(PhasePage, on_delete=models.CASCADE, related_name="responsibilities")
    role = models.ForeignKey(
        "pathways.Role",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("role"),
    )
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    duty = models.TextField(_("duty"))

    panels = [
        KeyedRow.key_panel,
        FieldRowPanel([FieldPanel("role"), FieldPanel("organisation")]),
        FieldPanel("duty"),
    ]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("phaseresponsibility")

    def __str__(self):
        return self.duty

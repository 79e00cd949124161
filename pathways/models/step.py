"""A step of a pathway: the page that people work from."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from pathways.blocks import GuidanceBlocks

from .base import GuidancePage, KeyedRow

CONDITION_MESSAGE = _("Say when the conditional step applies.")


class StepPage(GuidancePage):
    """What to do, why, who, by when; its checklist; and where it may branch off."""

    class Necessity(models.TextChoices):
        MANDATORY = "mandatory", _("mandatory")
        CONDITIONAL = "conditional", _("conditional")
        OFFER = "offer", _("an offer")

    necessity = models.CharField(
        _("necessity"),
        max_length=12,
        choices=Necessity.choices,
        default=Necessity.MANDATORY,
        help_text=_("Decides how the step is drawn on the pathway's line."),
    )
    condition = models.CharField(
        _("only if"),
        max_length=250,
        blank=True,
        help_text=_("For a conditional step: when it applies."),
    )
    repeats_with = models.ForeignKey(
        "pathways.MilestoneKind",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("repeats with"),
        help_text=_("For a step that is taken again: each new one opens a round."),
    )
    duration = models.CharField(
        _("how long it takes"), max_length=120, blank=True, help_text=_("“45 minutes”")
    )
    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("guidance"))

    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("necessity"),
                FieldPanel("condition"),
                FieldRowPanel([FieldPanel("repeats_with"), FieldPanel("duration")]),
            ],
            heading=_("When"),
        ),
        InlinePanel(
            "roles",
            label=_("role"),
            heading=_("Who"),
            help_text=_("Readers see at the top of the step who takes part and who decides."),
        ),
        InlinePanel(
            "items",
            label=_("checklist item"),
            heading=_("Checklist"),
            help_text=_("What readers tick, in this order. In a case each line becomes a task."),
        ),
        InlinePanel(
            "branches",
            label=_("branch"),
            heading=_("Branches"),
            help_text=_("Where the work may leave this step. Each gets a heading of its own."),
        ),
        FieldPanel("body"),
        InlinePanel(
            "terms",
            label=_("term"),
            heading=_("Words explained"),
            help_text=_("Glossary terms that readers find explained below the step."),
        ),
        *GuidancePage.review_panels,
    ]
    settings_panels = [CommentPanel()]  # no dates of its own: editions have them
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("condition"),
        index.RelatedFields("items", [index.SearchField("text"), index.SearchField("condition")]),
        index.RelatedFields(
            "branches", [index.SearchField("condition"), index.SearchField("text")]
        ),
    ]
    parent_page_types = ["pathways.PathwayPage", "pathways.PhasePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(necessity="conditional") | ~models.Q(condition=""),
                name="step_conditional_has_condition",
                violation_error_message=CONDITION_MESSAGE,
            )
        ]

    def clean(self):
        """Say what the constraint says, beside the field."""
        super().clean()
        if self.necessity == self.Necessity.CONDITIONAL and not self.condition:
            raise ValidationError({"condition": CONDITION_MESSAGE})


class StepRole(KeyedRow):
    """Who takes part in a step, and how."""

    class Part(models.TextChoices):
        DOES = "does", _("does it")
        DECIDES = "decides", _("decides")
        TAKES_PART = "takes_part", _("takes part")
        INFORMED = "informed", _("is told")

    page = ParentalKey(StepPage, on_delete=models.CASCADE, related_name="roles")
    role = models.ForeignKey(
        "pathways.Role", models.CASCADE, related_name="+", verbose_name=_("role")
    )
    part = models.CharField(_("part"), max_length=10, choices=Part.choices, default=Part.DOES)

    panels = [KeyedRow.key_panel, FieldRowPanel([FieldPanel("role"), FieldPanel("part")])]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("steprole")


class StepTerm(KeyedRow):
    """A glossary term that the step explains beside its text."""

    page = ParentalKey(StepPage, on_delete=models.CASCADE, related_name="terms")
    term = models.ForeignKey(
        "pathways.GlossaryTerm", models.CASCADE, related_name="+", verbose_name=_("term")
    )

    panels = [KeyedRow.key_panel, FieldPanel("term")]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("stepterm")

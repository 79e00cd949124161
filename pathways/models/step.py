"""A step of a pathway: the page that people work from."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
    TitleFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

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
        InlinePanel("roles", label=_("role"), heading=_("Who")),
        InlinePanel("items", label=_("checklist item"), heading=_("Checklist")),
        InlinePanel("branches", label=_("branch"), heading=_("Branches")),
        FieldPanel("body"),
        InlinePanel("terms", label=_("term"), heading=_("Words explained")),
        *GuidancePage.review_panels,
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.RelatedFields("items", [index.SearchField("text")]),
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
    role = models.ForeignKey("pathways.Role", models.CASCADE, related_name="+")
    part = models.CharField(_("part"), max_length=10, choices=Part.choices, default=Part.DOES)

    panels = [KeyedRow.key_panel, FieldRowPanel([FieldPanel("role"), FieldPanel("part")])]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("steprole")


class StepBranch(KeyedRow):
    """A side track that leaves a step under a condition (2.1, 4.1, 8.2 …)."""

    class Kind(models.TextChoices):
        STEP = "step", _("another step of this pathway")
        PATHWAY = "pathway", _("another pathway")
        SUB_PROCESS = "sub_process", _("a sub-process that comes back")
        OUTCOME = "outcome", _("an end")

    page = ParentalKey(StepPage, on_delete=models.CASCADE, related_name="branches")
    number = models.CharField(
        _("number"), max_length=10, blank=True, help_text=_("As the source has it: “4.1”.")
    )
    condition = models.CharField(_("if"), max_length=250)
    text = models.TextField(_("what happens then"), blank=True)
    decided_by = models.ForeignKey(
        "pathways.Role",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who decides"),
    )
    kind = models.CharField(
        _("leads to"), max_length=12, choices=Kind.choices, default=Kind.OUTCOME
    )
    target = models.ForeignKey(
        Page,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("The step or pathway it leads to."),
    )
    outcome = models.ForeignKey(
        "pathways.Outcome",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("end"),
    )
    returns_to = models.ForeignKey(
        StepPage,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("comes back at"),
    )

    override_translatable_fields = [
        *KeyedRow.override_translatable_fields,
        SynchronizedField("number", overridable=False),
        SynchronizedField("target", overridable=False),  # resolved on reading
        SynchronizedField("returns_to", overridable=False),
    ]
    panels = [
        KeyedRow.key_panel,
        FieldPanel(
            "condition", help_text=_("The heading of the branch: “the client says no thanks”.")
        ),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("outcome"), FieldPanel("number")]),
        FieldRowPanel(
            [
                PageChooserPanel("target", ["pathways.StepPage", "pathways.PathwayPage"]),
                PageChooserPanel("returns_to", "pathways.StepPage"),
                FieldPanel("decided_by"),
            ]
        ),
    ]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("stepbranch")

    def __str__(self):
        return f"{self.number} {self.condition}".strip()


class StepTerm(KeyedRow):
    """A glossary term that the step explains beside its text."""

    page = ParentalKey(StepPage, on_delete=models.CASCADE, related_name="terms")
    term = models.ForeignKey("pathways.GlossaryTerm", models.CASCADE, related_name="+")

    panels = [KeyedRow.key_panel, FieldPanel("term")]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("stepterm")

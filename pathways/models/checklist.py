"""The checklist of a step."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from pathways.admin.panels import FoldedPanel

from .base import KeyedRow
from .channel import Channel
from .due_rule import DueRule

GUIDANCE_TYPES = [
    "pathways.MethodPage",
    "pathways.DocumentTemplatePage",
    "pathways.ArticlePage",
    "pathways.StepPage",
]


class ChecklistItem(DueRule, KeyedRow):
    """One thing to do; a case turns it into work with a date and a person."""

    page = ParentalKey("pathways.StepPage", on_delete=models.CASCADE, related_name="items")
    text = models.CharField(
        _("what to do"),
        max_length=250,
        help_text=_("Begin with a verb. Readers tick this line."),
    )
    condition = models.CharField(
        _("only if"),
        max_length=250,
        blank=True,
        help_text=_("Leave empty where it always applies."),
    )
    mandatory = models.BooleanField(
        _("mandatory"),
        default=True,
        help_text=_("A case cannot skip a mandatory item without giving a reason."),
    )
    role = models.ForeignKey(
        "pathways.Role",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who"),
    )
    external = models.BooleanField(
        _("done in another system"),
        default=False,
        help_text=_("Readers are told to do it there and tick it here."),
    )
    channel = models.CharField(
        _("tries to reach the client by"),
        max_length=10,
        choices=Channel.choices,
        blank=True,
        help_text=_(
            "Makes it a rung of the ladder: where an attempt was in vain, a case suggests the next."
        ),
    )
    guidance = models.ForeignKey(
        Page,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("guidance"),
        help_text=_("The method, template, article or step that shows how."),
    )
    consent = models.ForeignKey(
        "pathways.ConsentKind",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("needs the consent"),
    )
    records = models.ForeignKey(
        "pathways.MilestoneKind",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("records the milestone"),
        help_text=_("Ticking it in a case asks for this date."),
    )

    override_translatable_fields = [
        *KeyedRow.override_translatable_fields,
        SynchronizedField("guidance", overridable=False),  # resolved on reading
    ]
    panels = [
        KeyedRow.key_panel,
        FieldPanel("text"),
        FieldRowPanel(
            [PageChooserPanel("guidance", GUIDANCE_TYPES), FieldPanel("role")],
        ),
        DueRule.due_panel,
        FoldedPanel(
            [
                FieldPanel("condition"),
                FieldRowPanel([FieldPanel("mandatory"), FieldPanel("external")]),
                FieldRowPanel([FieldPanel("consent"), FieldPanel("records")]),
                FieldPanel("channel"),
            ],
            heading=_(
                "More: condition, mandatory or not, other system, consent, milestone, ladder"
            ),
        ),
    ]

    class Meta(KeyedRow.Meta):
        verbose_name = _("checklist item")
        verbose_name_plural = _("checklist items")
        constraints = KeyedRow.constraints_for("checklistitem") + (
            DueRule.due_constraints_for("checklistitem")
        )

    def __str__(self):
        return self.text

"""Where the work may leave a step."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from .base import KeyedRow

DEAD_END_MESSAGES = {
    "outcome": _("Choose how it ends, or another way for the branch to lead."),
    "target": _("Choose the page it leads to. Where there is none, say in the text what happens."),
}


def dead_end(kind, outcome, target, text):
    """The field that a branch lacks to lead anywhere, or None.

    What the source only names has no page; then the text of the branch says where it leads.
    """
    if kind == StepBranch.Kind.OUTCOME:
        return None if outcome else "outcome"
    return None if target or text else "target"


class StepBranch(KeyedRow):
    """A side track that leaves a step under a condition (2.1, 4.1, 8.2 …)."""

    class Kind(models.TextChoices):
        STEP = "step", _("another step of this pathway")
        PATHWAY = "pathway", _("another pathway")
        SUB_PROCESS = "sub_process", _("a sub-process that comes back")
        OUTCOME = "outcome", _("an end")

    page = ParentalKey("pathways.StepPage", on_delete=models.CASCADE, related_name="branches")
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
        "pathways.StepPage",
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
        FieldRowPanel(
            [
                FieldPanel("kind"),
                FieldPanel("outcome", help_text=_("Where it leads to an end.")),
                FieldPanel("number"),
            ]
        ),
        FieldRowPanel(
            [
                PageChooserPanel("target", ["pathways.StepPage", "pathways.PathwayPage"]),
                PageChooserPanel(
                    "returns_to", "pathways.StepPage", help_text=_("For a sub-process.")
                ),
                FieldPanel("decided_by"),
            ]
        ),
    ]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("stepbranch")

    def clean(self):
        """Say beside the field that a branch leads nowhere."""
        super().clean()
        field = dead_end(self.kind, self.outcome_id, self.target_id, self.text)
        if field:
            raise ValidationError({field: DEAD_END_MESSAGES[field]})

    def __str__(self):
        return f"{self.number} {self.condition}".strip()

"""A deadline as it is stored: an amount counted from a milestone (DESIGN, due rules)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from pathways.admin.panels import FoldedPanel

WINDOW_MESSAGE = _("“Not before” lies after “at the latest”.")
WINDOW_ADVICE = _("“Not before” lies after “at the latest”: give a smaller number, or none.")


class DueRule(models.Model):
    """Fields of one due rule; an empty amount means that there is no deadline."""

    class Unit(models.TextChoices):
        HOUR = "hour", _("hours")
        WORKING_DAY = "working_day", _("working days")
        WEEKDAY = "weekday", _("weekdays")
        CALENDAR_DAY = "calendar_day", _("calendar days")
        WEEK = "week", _("weeks")
        MONTH = "month", _("months")

    class Direction(models.TextChoices):
        AFTER = "after", pgettext_lazy("a deadline counts from", "after")
        BEFORE = "before", pgettext_lazy("a deadline counts from", "before")

    due_amount = models.PositiveSmallIntegerField(
        _("at the latest"),
        null=True,
        blank=True,
        help_text=_("A number. Leave empty where there is no deadline."),
    )
    due_earliest = models.PositiveSmallIntegerField(
        _("not before"),
        null=True,
        blank=True,
        help_text=_("Only for a window: “between 3 and 6 months” has 3 here."),
    )
    due_unit = models.CharField(
        _("unit"), max_length=12, choices=Unit.choices, default=Unit.WORKING_DAY
    )
    due_direction = models.CharField(
        _("counted"), max_length=6, choices=Direction.choices, default=Direction.AFTER
    )
    due_anchor = models.ForeignKey(
        "pathways.MilestoneKind",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("counted from"),
        help_text=_("The event that starts the clock."),
    )
    due_nth = models.PositiveSmallIntegerField(
        _("occurrence"),
        null=True,
        blank=True,
        help_text=_("Only where it counts from, for example, the 5th conversation."),
    )
    due_hard = models.BooleanField(
        _("binding"),
        default=True,
        help_text=_("Untick where the source says “as far as possible”."),
    )
    due_note = models.CharField(
        _("note to the deadline"),
        max_length=250,
        blank=True,
        help_text=_("Shown beside the deadline: what the source says or leaves open."),
    )

    due_panel = MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    # One short line each keeps the four boxes level: they read as a sentence.
                    FieldPanel("due_amount", help_text=_("A number, or empty.")),
                    FieldPanel("due_unit", help_text=_("What is counted.")),
                    FieldPanel("due_direction", help_text=_("In which direction.")),
                    FieldPanel("due_anchor", help_text=_("What starts the clock.")),
                ],
                classname="deadline-row",
            ),
            FoldedPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel("due_earliest"),
                            FieldPanel("due_nth"),
                            FieldPanel("due_hard"),
                        ]
                    ),
                    FieldPanel("due_note"),
                ],
                heading=_("More about the deadline: window, occurrence, binding, note"),
            ),
        ]
    )

    class Meta:
        abstract = True

    def clean(self):
        """Say what the constraint says, beside the field."""
        super().clean()
        if None not in (self.due_earliest, self.due_amount) and (
            self.due_earliest > self.due_amount
        ):
            raise ValidationError({"due_earliest": WINDOW_ADVICE})

    @staticmethod
    def due_constraints_for(name):
        """A window opens before it closes.

        :param str name: the model's name in lower case.
        """
        return [
            models.CheckConstraint(
                condition=models.Q(due_earliest__isnull=True)
                | models.Q(due_amount__isnull=True)
                | models.Q(due_earliest__lte=models.F("due_amount")),
                name=f"{name}_window_opens_before_it_closes",
                violation_error_message=WINDOW_MESSAGE,
            )
        ]

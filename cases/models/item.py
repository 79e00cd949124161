"""How a checklist item stands in a case."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .case import Case

REASON_MESSAGE = _("Say why it is not relevant.")


class CaseItem(models.Model):
    """An item that somebody has touched: ticked, begun, set aside or given to someone.

    Others have no row and are to do. It is known by the keys of its step and of itself, and by
    the round of a step that repeats.
    """

    class State(models.TextChoices):
        TO_DO = "to_do", pgettext_lazy("state of an item", "to do")
        IN_PROGRESS = "in_progress", pgettext_lazy("state of an item", "in progress")
        DONE = "done", pgettext_lazy("state of an item", "done")
        NOT_RELEVANT = "not_relevant", pgettext_lazy("state of an item", "not relevant")

    SETTLED = (State.DONE, State.NOT_RELEVANT)

    case = models.ForeignKey(Case, models.CASCADE, related_name="items")
    step_key = models.SlugField(max_length=80)
    item_key = models.SlugField(max_length=80)
    round = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=12, choices=State.choices, default=State.TO_DO)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="case_items",
    )
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["case", "step_key", "item_key", "round"], name="case_item_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["to_do", "in_progress", "done", "not_relevant"]),
                name="case_item_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="not_relevant") | ~Q(reason=""),
                name="case_item_set_aside_with_reason",
                violation_error_message=REASON_MESSAGE,
            ),
            models.CheckConstraint(condition=Q(round__gte=1), name="case_item_rounds_begin_at_one"),
        ]
        indexes = [models.Index(fields=["assigned_to", "state"], name="case_item_of_person")]

    def __str__(self):
        return f"{self.step_key}/{self.item_key}"

    @property
    def place(self):
        """What it is known by within its case."""
        return self.step_key, self.item_key, self.round

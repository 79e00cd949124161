"""Cases on their way to another edition of their pathway, many at once."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pathways.models import PathwayEdition

from .case import Case


class CaseMove(models.Model):
    """That somebody asked to bring cases to an edition. How far it is follows from its cases."""

    edition = models.ForeignKey(PathwayEdition, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    # The same form posted twice asks once.
    form_token = models.UUIDField(unique=True, editable=False)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.edition} {self.asked_at:%Y-%m-%d %H:%M}"


class MovingCaseQuerySet(models.QuerySet):
    def to_do(self):
        """Those that a worker still has to bring there or back."""
        return self.filter(state__in=MovingCase.TO_DO)


class MovingCase(models.Model):
    """One case of a move: written in the same transaction as the case itself."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for its turn")
        MOVED = "moved", _("moved")
        REFUSED = "refused", _("not moved")
        RETURNING = "returning", _("waits to be brought back")
        RETURNED = "returned", _("brought back")
        KEPT = "kept", _("not brought back")

    class Why(models.TextChoices):
        WITHDRAWN = "withdrawn", _("The edition is not in force any more.")
        NEEDS_YOU = "needs_you", _("Something that was begun would change: look at it yourself.")
        ENDED = "ended", _("The case has ended.")
        NOT_YOURS = "not_yours", _("You are not in the case’s team any more.")
        CHANGED = "changed", _("It has been changed since.")
        TROUBLE = (
            "trouble",
            _("It went wrong. Whoever runs the portal finds the reason in its log."),
        )

    TO_DO = (State.WAITING, State.RETURNING)

    move = models.ForeignKey(CaseMove, models.CASCADE, related_name="cases")
    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    why = models.CharField(max_length=10, choices=Why.choices, blank=True)
    batch = models.UUIDField(null=True)

    objects = MovingCaseQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["move", "case"], name="case_once_in_a_move"),
            models.CheckConstraint(
                condition=Q(state__in=["refused", "kept"]) & ~Q(why="")
                | Q(state__in=["waiting", "moved", "returning", "returned"], why=""),
                name="moving_case_says_why_not",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(state__in=["waiting", "returning"]),
                name="moving_case_to_do",
            )
        ]

    def __str__(self):
        return f"{self.case_id} {self.state}"

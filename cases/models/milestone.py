"""Milestones of a case: what happened, or is planned, on which day."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .case import Case


class CaseMilestone(models.Model):
    """One occurrence of a milestone.

    ``slot`` keeps it from being there twice: empty for a milestone that comes once, otherwise
    what it belongs to. ``round`` is set where it is the milestone of a round of repeating steps.
    ``counts`` is what somebody said about a conversation; without it, it counts as what it is.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="milestones")
    kind = models.SlugField(max_length=80)
    slot = models.CharField(max_length=170, blank=True)
    round = models.PositiveSmallIntegerField(null=True)
    day = models.DateField()
    time = models.TimeField(null=True)
    planned = models.BooleanField(default=False)
    counts = models.BooleanField(null=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["day", "time", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["case", "kind", "slot"], name="case_milestone_once"),
            models.UniqueConstraint(
                fields=["case", "kind", "round"],
                condition=Q(round__isnull=False),
                name="case_milestone_once_a_round",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.day}"

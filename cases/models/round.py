"""Rounds of steps that repeat."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .case import Case


class CaseRound(models.Model):
    """That the steps which repeat with a milestone begin once more. The first round has no row."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="rounds")
    kind = models.SlugField(max_length=80)
    number = models.PositiveSmallIntegerField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["kind", "number"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["case", "kind", "number"], name="case_round_once"),
            models.CheckConstraint(condition=Q(number__gte=2), name="case_round_after_the_first"),
        ]

    def __str__(self):
        return f"{self.kind} {self.number}"

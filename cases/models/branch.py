"""Side tracks that a case has taken."""

from django.conf import settings
from django.db import models

from .case import Case


class CaseBranch(models.Model):
    """That a branch of a step (4.1 …) applies to this case."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="branches")
    step_key = models.SlugField(max_length=80)
    branch_key = models.SlugField(max_length=80)
    round = models.PositiveSmallIntegerField(default=1)
    day = models.DateField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["day", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["case", "step_key", "branch_key", "round"], name="case_branch_once"
            )
        ]

    def __str__(self):
        return f"{self.step_key}/{self.branch_key}"

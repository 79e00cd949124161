"""How long ended cases are kept, and what remains of them: numbers, and that they were erased."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.append_only.base import AppendOnly
from accounts.models import Team


class Retention(models.Model):
    """For how many months cases with an outcome are kept. Without a row: until somebody decides."""

    outcome = models.SlugField(max_length=80, unique=True)
    months = models.PositiveSmallIntegerField(_("months"))
    # A slip can be put right until then.
    holds_from = models.DateField()

    class Meta:
        ordering = ["outcome"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=1200), name="retention_of_some_months"
            )
        ]

    def __str__(self):
        return f"{self.outcome}: {self.months}"


class ErasedCase(AppendOnly):
    """That a case was erased: its number, when, and how many rows went with it."""

    case_id = models.BigIntegerField(unique=True)
    day = models.DateField(db_index=True)
    rows = models.PositiveIntegerField()

    class Meta:
        ordering = ["case_id"]
        default_permissions = ()

    def __str__(self):
        return f"{self.case_id} {self.day}"


class CaseTally(models.Model):
    """How many erased cases there were, so that numbers over the years stay right."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    pathway = models.SlugField(max_length=80)
    outcome = models.SlugField(max_length=80)
    month = models.DateField()  # the first day of the month in which they ended
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["month", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["team", "pathway", "outcome", "month"], name="case_tally_once"
            )
        ]

    def __str__(self):
        return f"{self.outcome} {self.month:%Y-%m}: {self.count}"

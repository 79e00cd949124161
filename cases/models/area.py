"""Who answers for a phase of a case, where that is somebody else than for the whole."""

from django.conf import settings
from django.db import models

from .case import Case


class CaseArea(models.Model):
    """That a phase is somebody's. Its items are theirs, unless given to another."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="areas")
    phase_key = models.SlugField(max_length=80)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="case_areas"
    )

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["case", "phase_key"], name="case_area_once")]

    def __str__(self):
        return self.phase_key

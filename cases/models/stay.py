"""Cases that stay on their edition although another one is in force."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pathways.models import PathwayEdition

from .case import Case


class CaseStay(models.Model):
    """Why a case does not go along to an edition. Of the next one it is asked again."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="stays")
    edition = models.ForeignKey(PathwayEdition, models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=200)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["case", "edition"], name="case_stay_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="case_stay_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.case_id} {self.edition_id}"

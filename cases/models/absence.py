"""Days on which somebody is away, and who stands in for them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Team

ENDS_MESSAGE = _("The last day cannot be before the first.")


class Absence(models.Model):
    """While it lasts, the substitute's day shows the work of both. Responsibility stays."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="absences")
    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="stands_in"
    )
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        ordering = ["first_day", "pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="absence_ends_after_it_begins",
                violation_error_message=ENDS_MESSAGE,
            ),
            models.CheckConstraint(
                condition=~Q(user=F("substitute")), name="absence_with_somebody_else"
            ),
        ]

    def __str__(self):
        return f"{self.first_day} {self.last_day}"

"""Reading a case of another team in an emergency: with a reason, and for some hours only."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership

from .case import Case

HOURS = (1, 4, 24)


class EmergencyQuerySet(models.QuerySet):
    """By whether they still open the case; they end by themselves."""

    def current(self):
        """Those that hold now. Who is in no team any more has none."""
        now = timezone.now()
        return self.filter(
            until__gt=now,
            ended_at=None,
            user__is_active=True,
            user__in=Membership.objects.current().values("user_id"),
        )


class CaseEmergency(models.Model):
    """That somebody opened a case of another team, why, and until when."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="emergencies")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=200)
    since = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="case_emergency_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="case_emergency_has_a_reason"),
        ]
        indexes = [models.Index(fields=["user", "until"], name="case_emergency_of_person")]

    def __str__(self):
        return f"{self.since:%Y-%m-%d %H:%M}"

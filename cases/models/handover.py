"""Handing over: asked of one person, and nothing moves until that person says yes."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Team

from .case import Case

LASTS = timedelta(days=14)
SELF_MESSAGE = _("Nobody can ask themselves: choose somebody else.")


class CaseHandoverQuerySet(models.QuerySet):
    """Questions by how they stand. One that nobody answered in time has ended by itself."""

    def waiting(self):
        """Those that can be answered now."""
        return self.filter(
            state=CaseHandover.State.ASKED,
            asked_at__gt=timezone.now() - LASTS,
            case__state__in=Case.GOES_ON,
        )

    def for_reading(self):
        """With the people and teams that they name."""
        return self.select_related("asked_by", "person", "team")


class CaseHandover(models.Model):
    """That somebody was asked to take over a case, or one phase of it, and what came of it."""

    class State(models.TextChoices):
        ASKED = "asked", pgettext_lazy("state of a hand-over", "asked")
        ACCEPTED = "accepted", pgettext_lazy("state of a hand-over", "accepted")
        REFUSED = "refused", pgettext_lazy("state of a hand-over", "declined")
        RECALLED = "recalled", pgettext_lazy("state of a hand-over", "taken back")
        LAPSED = "lapsed", pgettext_lazy("state of a hand-over", "not answered")

    case = models.ForeignKey(Case, models.CASCADE, related_name="handovers")
    area = models.SlugField(max_length=80, blank=True)  # key of a phase; empty: the whole case
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")  # the one they ask for
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)  # why it was declined

    objects = CaseHandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["case", "area"],
                condition=Q(state="asked"),
                name="case_handover_one_question_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(person=F("asked_by")),
                name="case_handover_never_to_oneself",
                violation_error_message=SELF_MESSAGE,
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "accepted", "refused", "recalled", "lapsed"]),
                name="case_handover_state_known",
            ),
        ]
        indexes = [models.Index(fields=["person", "state"], name="case_handover_of_person")]

    def __str__(self):
        return f"{self.state} {self.asked_at:%Y-%m-%d}"

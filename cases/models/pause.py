"""Pauses: a case stands still for a while, and comes back by its date."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .case import Case

BACKWARDS_MESSAGE = _("A pause cannot end before it begins.")


class CasePause(models.Model):
    """From which day to which, both included, and why. Whether it holds today is derived."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="pauses")
    since = models.DateField(_("from"))
    until = models.DateField(
        _("until"), help_text=_("The last day. The day after, the case is back by itself.")
    )
    reason = models.CharField(_("why"), max_length=200, help_text=_("A few words, without names."))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-since", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="case_pause_ends_after_it_begins",
                violation_error_message=BACKWARDS_MESSAGE,
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="case_pause_has_reason"),
            models.UniqueConstraint(fields=["case", "since"], name="case_pause_once_a_day"),
        ]

    def __str__(self):
        return f"{self.since}–{self.until}"

    def holds_on(self, day):
        return self.since <= day <= self.until

"""Consents: specific, with an end, and withdrawn as easily as given."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .case import Case

ENDS_MESSAGE = _("It cannot end before the day on which it was given.")
WITHDRAWN_MESSAGE = _("It cannot be withdrawn before the day on which it was given.")


class CaseConsent(models.Model):
    """What somebody agreed to: what, from whom, to whom, what for, how, when, until when."""

    class How(models.TextChoices):
        SIGNED = "signed", _("signed on paper or screen")
        SPOKEN = "spoken", _("said, and noted")

    case = models.ForeignKey(Case, models.CASCADE, related_name="consents")
    kind = models.SlugField(max_length=80)
    covers = models.CharField(_("what it covers"), max_length=300)
    from_whom = models.CharField(_("from whom"), max_length=300)
    to_whom = models.CharField(_("to whom"), max_length=300)
    purpose = models.CharField(_("what for"), max_length=300)
    how = models.CharField(_("how it was given"), max_length=10, choices=How.choices)
    given_on = models.DateField(_("given on"))
    ends_on = models.DateField(
        _("holds until"),
        null=True,
        blank=True,
        help_text=_("The last day on which it holds. Empty: until it is withdrawn."),
    )
    kept_at = models.CharField(
        _("where the paper lies"),
        max_length=120,
        blank=True,
        help_text=_("For example: in the record, under consents. Never the paper itself here."),
    )
    withdrawn_on = models.DateField(null=True, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    form_token = models.UUIDField(unique=True, null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-given_on", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("given_on")),
                name="case_consent_ends_after_it_begins",
                violation_error_message=ENDS_MESSAGE,
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("given_on")),
                name="case_consent_withdrawn_after_given",
                violation_error_message=WITHDRAWN_MESSAGE,
            ),
            models.CheckConstraint(
                condition=~Q(covers="") & ~Q(from_whom="") & ~Q(to_whom="") & ~Q(purpose=""),
                name="case_consent_is_specific",
            ),
            models.CheckConstraint(
                condition=Q(how__in=["signed", "spoken"]), name="case_consent_how_known"
            ),
        ]

    def __str__(self):
        return self.kind

    def holds_on(self, day):
        """Whether it opens something on a day; its last day counts, that of withdrawal does not."""
        if self.given_on > day or (self.ends_on and self.ends_on < day):
            return False
        return self.withdrawn_on is None or day < self.withdrawn_on

    def has_ended(self, day):
        """Whether its last day has passed, without anybody withdrawing it."""
        return not self.withdrawn_on and self.ends_on is not None and self.ends_on < day

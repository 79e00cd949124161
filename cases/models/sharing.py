"""What a partner is shown of a case: a few general facts, agreed with the client, until a day."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation

from .case import Case
from .consent import CaseConsent

NOTHING_MESSAGE = _("Choose what they are shown.")
THEME_MESSAGE = _("Write the theme, or do not show one.")
UNTIL_MESSAGE = _("It cannot end before the day of the agreement.")


class SharingQuerySet(models.QuerySet):
    def holding_on(self, day):
        """Those that show something on a day: nothing has to run when one ends."""
        agreed = self.filter(agreed_on__lte=day, until__gte=day)
        agreed = agreed.filter(Q(ended_on=None) | Q(ended_on__gt=day))
        consented = (
            Q(consent__given_on__lte=day)
            & (Q(consent__ends_on=None) | Q(consent__ends_on__gte=day))
            & (Q(consent__withdrawn_on=None) | Q(consent__withdrawn_on__gt=day))
        )
        return agreed.filter(Q(consent=None) | consented)


class CaseSharing(models.Model):
    """An agreement with the client: these facts, to this organisation, until this day.

    One that rests on a consent ends with it.
    """

    FACTS = ("shows_meetings", "shows_theme", "shows_state")

    case = models.ForeignKey(Case, models.CASCADE, related_name="sharings")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("to whom")
    )
    label = models.CharField(
        _("what they know it by"),
        max_length=40,
        help_text=_("For example their own number for it. Nobody’s name."),
    )
    shows_meetings = models.BooleanField(_("how many meetings there have been"), default=False)
    shows_theme = models.BooleanField(_("the general theme"), default=False)
    shows_state = models.BooleanField(_("whether the case is open or has ended"), default=False)
    theme = models.CharField(
        _("the theme in a few words"),
        max_length=80,
        blank=True,
        help_text=_("As agreed with the client, for example “finding somewhere to live”."),
    )
    agreed_on = models.DateField(_("agreed with the client on"))
    consent = models.ForeignKey(
        CaseConsent, models.PROTECT, null=True, related_name="+", verbose_name=_("consent")
    )
    until = models.DateField(_("until"), help_text=_("The last day on which they are shown it."))
    ended_on = models.DateField(null=True, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    form_token = models.UUIDField(unique=True, null=True, editable=False)

    objects = SharingQuerySet.as_manager()

    class Meta:
        ordering = ["-agreed_on", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(shows_meetings=True) | Q(shows_theme=True) | Q(shows_state=True),
                name="case_sharing_shows_something",
                violation_error_message=NOTHING_MESSAGE,
            ),
            models.CheckConstraint(
                condition=Q(shows_theme=True) & ~Q(theme="") | Q(shows_theme=False, theme=""),
                name="case_sharing_has_its_theme",
                violation_error_message=THEME_MESSAGE,
            ),
            models.CheckConstraint(
                condition=Q(until__gte=F("agreed_on")),
                name="case_sharing_ends_after_it_begins",
                violation_error_message=UNTIL_MESSAGE,
            ),
            models.CheckConstraint(condition=~Q(label=""), name="case_sharing_has_a_label"),
        ]

    def __str__(self):
        return f"{self.case_id} {self.organisation_id}"

    def holds_on(self, day):
        """Whether it shows something on a day."""
        if not self.agreed_on <= day <= self.until:
            return False
        if self.ended_on is not None and self.ended_on <= day:
            return False
        return self.consent is None or self.consent.holds_on(day)

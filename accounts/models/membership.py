from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from accounts.forms import MembershipForm

from .organisation import Organisation
from .team import Team


class MembershipQuerySet(models.QuerySet):
    """Memberships by their days."""

    def current(self, day=None):
        """Those that hold on a day (today).

        :param day: a date.
        """
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


class Membership(models.Model):
    """Somebody's time in a team. Only this opens a case, whatever else the person may do."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("person"),
    )
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("team")
    )
    lead = models.BooleanField(
        _("leads the team"),
        default=False,
        help_text=_("Someone who leads a team says who else belongs to it."),
    )
    since = models.DateField(_("from"), default=timezone.localdate)
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day; empty while it goes on.")
    )

    objects = MembershipQuerySet.as_manager()

    base_form_class = MembershipForm
    panels = [
        FieldPanel("user"),
        FieldPanel("team"),
        FieldPanel("lead", permission="accounts.change_team"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta:
        ordering = ["team__name", "user__last_name", "user__first_name", "-since"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="membership_ends_after_it_begins",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.UniqueConstraint(
                fields=["user", "team", "since"],
                name="membership_begins_once",
                violation_error_message=_("This person is in this team at that time already."),
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.team}"

    def clean(self):
        """Nobody is in a team twice at a time, and a partner's people are in none."""
        super().clean()
        if not (self.user_id and self.team_id and self.since):
            return
        others = type(self).objects.filter(user=self.user_id, team=self.team_id)
        others = others.exclude(pk=self.pk).filter(Q(until=None) | Q(until__gte=self.since))
        if self.until:
            others = others.filter(since__lte=self.until)
        if others.exists():
            raise ValidationError(_("This person is in this team at that time already."))
        employer = self.user.organisation
        if employer and employer.kind == Organisation.Kind.PARTNER:
            raise ValidationError({"user": _("A partner's people cannot be in a team.")})

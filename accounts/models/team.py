from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from accounts.forms import GuardedForm

from .organisation import Organisation

NUMBER = "{number}"
_is_address = URLValidator(schemes=["https"])


def validate_record_link(pattern):
    """A pattern leads over HTTPS and says once where the number goes, after the host.

    :raises ValidationError: what is wrong with it.
    """
    if pattern.count(NUMBER) != 1:
        raise ValidationError(_("Write {number} once, where the record number goes."))
    before = pattern.partition(NUMBER)[0]
    if before.count("/") < 3:
        raise ValidationError(_("The record number goes after the address of the system."))
    _is_address(pattern.replace(NUMBER, "1"))


class Country(models.TextChoices):
    """Whose public holidays and working days count."""

    NORWAY = "NO", _("Norway")
    DENMARK = "DK", _("Denmark")
    FINLAND = "FI", _("Finland")
    SWEDEN = "SE", _("Sweden")


class TeamQuerySet(models.QuerySet):
    """Teams by the people in them. Being a superuser puts nobody into a team."""

    def of(self, user, day=None):
        """Teams that the person belongs to on a day (today).

        :param day: a date.
        """
        from .membership import Membership

        current = Membership.objects.current(day).filter(user_id=user.pk, user__is_active=True)
        return self.filter(pk__in=current.values("team_id"))

    def led_by(self, user, day=None):
        """Teams that the person leads on a day (today)."""
        from .membership import Membership

        current = Membership.objects.current(day).filter(
            user_id=user.pk, user__is_active=True, lead=True
        )
        return self.filter(pk__in=current.values("team_id"))


class Team(models.Model):
    """People who share cases, and a calendar."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="teams",
        limit_choices_to={"kind": Organisation.Kind.OWN},
        verbose_name=_("organisation"),
    )
    name = models.CharField(_("name"), max_length=160)
    country = models.CharField(
        _("country"),
        max_length=2,
        choices=Country.choices,
        help_text=_("Its public holidays are not counted as working days."),
    )
    record_link = models.CharField(
        _("link to a record"),
        max_length=300,
        blank=True,
        validators=[validate_record_link],
        help_text=_(
            "The address of a record in your record system, with {number} where the record "
            "number goes. Without it a record number is shown as plain text."
        ),
    )

    objects = TeamQuerySet.as_manager()

    base_form_class = GuardedForm
    panels = [
        FieldPanel("name"),
        FieldPanel("organisation"),
        FieldPanel("country"),
        FieldPanel("record_link"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="team_name_once",
                violation_error_message=_("This organisation has a team with this name already."),
            ),
            models.CheckConstraint(
                condition=Q(country__in=["NO", "DK", "FI", "SE"]), name="team_country_known"
            ),
            models.CheckConstraint(
                condition=Q(record_link="")
                | Q(record_link__startswith="https://", record_link__contains=NUMBER),
                name="team_record_link_leads_somewhere",
                violation_error_message=_("Write {number} once, where the record number goes."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """A partner's people have no cases, so no team."""
        super().clean()
        if self.organisation_id and self.organisation.kind != Organisation.Kind.OWN:
            raise ValidationError({"organisation": _("A partner cannot have teams.")})

    def record_address(self, number):
        """The address of a record, or an empty string where the team has no pattern."""
        return self.record_link.replace(NUMBER, quote(number, safe="")) if number else ""

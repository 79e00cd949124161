from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction

from .organisation import Organisation


class PartnerAccessQuerySet(models.QuerySet):
    """Who may read beside staff, by days."""

    def current(self, day=None):
        """Those that hold on a day (today).

        :param day: a date.
        """
        return self.filter(until__gte=day or timezone.localdate())


class PartnerAccess(models.Model):
    """A partner's people may read a page that is for staff, until a day.

    It ends by itself: nothing has to run when the day has passed.
    """

    restriction = models.ForeignKey(
        PageViewRestriction, on_delete=models.CASCADE, related_name="partners"
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="page_access",
        limit_choices_to={"kind": Organisation.Kind.PARTNER},
        verbose_name=_("organisation"),
    )
    until = models.DateField(_("until"), help_text=_("The last day."))

    objects = PartnerAccessQuerySet.as_manager()

    class Meta:
        ordering = ["organisation__name"]
        verbose_name = _("access of a partner")
        verbose_name_plural = _("access of partners")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["restriction", "organisation"], name="partner_access_once"
            )
        ]

    def __str__(self):
        return f"{self.organisation}, {self.until}"

    @property
    def has_ended(self):
        return self.until < timezone.localdate()

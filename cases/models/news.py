"""What somebody has to be told: it stands on their screen until they say that they know."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import Case


class CaseNews(models.Model):
    """That something happened to somebody's work. Erased with its case."""

    class Kind(models.TextChoices):
        ACCEPTED = "accepted", _("Taken over, as you asked")
        REFUSED = "refused", _("Declined what you asked")
        RECALLED = "recalled", _("Took back the question to you")
        EMERGENCY = "emergency", _("Opened a case of your team in an emergency")
        STANDS_IN = "stands_in", _("You stand in for a colleague who is away")
        OPENED = "opened", _("Opened a case that is yours")
        GIVEN_BACK = "given_back", _("Work that was given away is with you again")
        MOVED = "moved", _("Took over what was yours")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="case_news")
    case = models.ForeignKey(Case, models.CASCADE, null=True, related_name="news")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    seen = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["user", "seen"], name="case_news_of_person")]

    def __str__(self):
        return f"{self.kind} {self.at:%Y-%m-%d}"

"""What goes out to a person: a calendar behind a secret, and a mail a day."""

import hashlib
import secrets

from django.conf import settings
from django.db import models


class CalendarKeyQuerySet(models.QuerySet):
    def of(self, secret):
        """Whose secret this is, or None. Closed accounts have no calendar."""
        found = self.filter(digest=CalendarKey.digest_of(secret), user__is_active=True)
        return found.select_related("user").first()


class CalendarKey(models.Model):
    """Somebody's way to their deadlines without signing in. Only a digest of it is kept."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_key"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    objects = CalendarKeyQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.made_at:%Y-%m-%d}"

    @staticmethod
    def digest_of(secret):
        """What is kept of a secret."""
        return hashlib.sha256(secret.encode()).hexdigest()

    def new_secret(self):
        """Make it, and keep its digest."""
        secret = secrets.token_urlsafe(32)
        self.digest = self.digest_of(secret)
        return secret


class DailyMail(models.Model):
    """Whether somebody wants the day's mail, and the last day for which it was seen to."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="daily_mail")
    wanted = models.BooleanField(default=True)
    sent_on = models.DateField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.sent_on or "")

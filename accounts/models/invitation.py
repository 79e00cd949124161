import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class InvitationQuerySet(models.QuerySet):
    def open_for(self, email, now):
        """The latest that somebody with this address can still accept, or None."""
        return self.filter(email__iexact=email, accepted=None, expires__gt=now).first()


class Invitation(models.Model):
    """Somebody may come in, with these roles, if they follow the link in their mail in time.

    Only a digest of the link's token is kept: who reads the database cannot follow it.
    """

    email = models.EmailField(_("e-mail address"))
    language = models.CharField(
        _("language of the mail"), max_length=10, choices=settings.LANGUAGES, default="en"
    )
    groups = models.ManyToManyField(Group, blank=True, verbose_name=_("roles"))
    key = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("invited by"),
    )
    expires = models.DateTimeField(_("good until"), editable=False)
    accepted = models.DateTimeField(_("accepted"), null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-expires"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self):
        return self.email

    @staticmethod
    def key_of(token):
        """What is kept of a link."""
        return hashlib.sha256(token.encode()).hexdigest()

    def new_token(self):
        """Make the link anew and return its token, which is kept nowhere."""
        token = secrets.token_urlsafe(32)
        self.key = self.key_of(token)
        self.expires = timezone.now() + timedelta(days=settings.INVITATION_DAYS)
        return token

    @property
    def has_expired(self):
        return self.expires <= timezone.now()

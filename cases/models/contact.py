"""Contacts: attempts to reach the client, and what came of them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pathways.models import Channel

from .case import Case
from .milestone import CaseMilestone


class CaseContact(models.Model):
    """That somebody tried to reach the client, by which channel, and whether it led anywhere.

    ``milestone`` is the conversation or meeting that it was, where it was one.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="contacts")
    day = models.DateField()
    channel = models.CharField(_("how"), max_length=10, choices=Channel.choices)
    reached = models.BooleanField(default=False)
    note = models.CharField(_("note"), max_length=120, blank=True)
    milestone = models.OneToOneField(
        CaseMilestone, models.SET_NULL, null=True, related_name="contact"
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    # The same form posted twice is one contact.
    form_token = models.UUIDField(unique=True, null=True)

    class Meta:
        ordering = ["-day", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(channel__in=Channel.values), name="case_contact_channel_known"
            ),
            models.CheckConstraint(
                condition=models.Q(milestone__isnull=True) | models.Q(reached=True),
                name="case_contact_conversation_reached",
            ),
        ]

    def __str__(self):
        return f"{self.channel} {self.day}"

"""What happened in a case, to be told as a story and to be undone."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .case import Case


class CaseEvent(models.Model):
    """One change: keys and codes, a day, at most a short reason.

    Changes of one post share a ``batch``. Erased with its case; the access log, which says who
    was here, is not.
    """

    class Kind(models.TextChoices):
        OPENED = "opened", _("Case opened")
        DETAILS = "details", _("Details changed")
        ITEM = "item", _("Item")
        ASSIGNED = "assigned", _("Given to somebody")
        MILESTONE = "milestone", _("Milestone recorded")
        PLANNED = "planned", _("Milestone planned")
        CORRECTED = "corrected", _("Milestone corrected")
        TAKEN_BACK = "taken_back", _("Milestone taken back")
        CONSENT = "consent", _("Consent given")
        CONSENT_CHANGED = "consent_changed", _("Consent corrected")
        WITHDRAWN = "withdrawn", _("Consent withdrawn")
        ROUND = "round", _("New round")
        ROUND_TAKEN_BACK = "round_taken_back", _("Round taken back")
        BRANCH = "branch", _("Branch taken")
        BRANCH_TAKEN_BACK = "branch_taken_back", _("Branch taken back")
        CONTACT = "contact", _("Contact")
        CONTACT_TAKEN_BACK = "contact_taken_back", _("Contact taken back")
        COUNTED = "counted", _("Conversation counted")
        NOT_COUNTED = "not_counted", _("Conversation not counted")
        DEADLINE = "deadline", _("Own deadline set")
        DEADLINE_MET = "deadline_met", _("Own deadline met")
        DEADLINE_DROPPED = "deadline_dropped", _("Own deadline dropped")
        PAUSED = "paused", _("Case paused")
        RESUMED = "resumed", _("Pause ended")
        CLOSED = "closed", _("Case closed")
        REOPENED = "reopened", _("Case opened again")
        HANDOVER_ASKED = "handover_asked", _("Asked to take over")
        HANDED_OVER = "handed_over", _("Handed over")
        HANDOVER_REFUSED = "handover_refused", _("Taking over declined")
        EMERGENCY = "emergency", _("Opened in an emergency")
        EMERGENCY_ENDED = "emergency_ended", _("Access in an emergency ended")
        HANDOVER_RECALLED = "handover_recalled", _("Question about taking over taken back")
        EDITION = "edition", _("Moved to another edition")
        STAYS = "stays", _("Stays with its edition")
        SHARED = "shared", _("Partner is shown something")
        SHARING_ENDED = "sharing_ended", _("Partner is shown nothing any more")

    case = models.ForeignKey(Case, models.CASCADE, related_name="events")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    step_key = models.SlugField(max_length=80, blank=True)
    item_key = models.SlugField(max_length=80, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    subject = models.SlugField(max_length=80, blank=True)  # milestone, consent, branch, outcome
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    day = models.DateField(null=True)
    day_before = models.DateField(null=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=0)
    batch = models.UUIDField(default=uuid.uuid4, db_index=True)
    undone = models.BooleanField(default=False)

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["case", "at"], name="case_event_in_order")]

    def __str__(self):
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"

"""A next edition that somebody else is asked to approve."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .edition import NOTE_MESSAGE, Force, PathwayEdition
from .pathway import PathwayPage


class ProposalQuerySet(models.QuerySet):
    def open(self):
        """Those that wait: for approval, or for release after it."""
        return self.filter(ended="")


class EditionProposal(models.Model):
    """Bound to a document by its hash: what was approved is those words and no others."""

    class Ended(models.TextChoices):
        RELEASED = "released", _("released")
        RETURNED = "returned", _("sent back")
        DROPPED = "dropped", _("dropped")

    pathway = models.ForeignKey(
        PathwayPage, models.CASCADE, related_name="proposals", verbose_name=_("pathway")
    )
    pages = models.JSONField(default=list)  # primary keys of those whose drafts go along
    hash = models.CharField(max_length=64)
    force = models.CharField(_("weight"), max_length=10, choices=Force.choices)
    change_note = models.TextField(_("what changes"), blank=True)
    effective_on = models.DateField(_("in force from"), null=True, blank=True)
    proposed_at = models.DateTimeField(default=timezone.now)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    ended = models.CharField(max_length=10, choices=Ended.choices, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    answer = models.TextField(_("why it is sent back"), blank=True)
    edition = models.ForeignKey(PathwayEdition, models.PROTECT, null=True, related_name="+")

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at"]
        verbose_name = _("proposal of an edition")
        verbose_name_plural = _("proposals of editions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["pathway"], condition=models.Q(ended=""), name="one_open_proposal"
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True)
                | models.Q(proposed_by__isnull=True)
                | ~models.Q(approved_by=models.F("proposed_by")),
                name="nobody_approves_their_own_proposal",
            ),
            models.CheckConstraint(
                condition=models.Q(force=Force.EDITORIAL) | ~models.Q(change_note=""),
                name="proposal_says_what_changes",
                violation_error_message=NOTE_MESSAGE,
            ),
        ]

    def __str__(self):
        return str(self.pathway)

    @property
    def is_open(self):
        return not self.ended

    @property
    def is_approved(self):
        return self.is_open and self.approved_at is not None

    def end(self, how, user):
        """Nothing more comes of it; the row stays."""
        self.ended, self.ended_at, self.ended_by = how, timezone.now(), user
        self.save()

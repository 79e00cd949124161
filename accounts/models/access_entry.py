from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.append_only.base import AppendOnly


class Verb(models.TextChoices):
    """What is recorded; each stands for one thing that somebody did."""

    SIGNED_IN = "signed-in", _("signed in")
    SIGNED_OUT = "signed-out", _("signed out")
    PASSWORD_CHANGED = "password-changed", _("chose a new password")
    SECOND_STEP_CHANGED = "second-step-changed", _("changed a second step")
    INVITED = "invited", _("invited somebody")
    UNINVITED = "uninvited", _("took an invitation back")
    ACCOUNT_MADE = "account-made", _("made an account")
    ACCOUNT_CHANGED = "account-changed", _("opened or closed an account, or changed its powers")
    ACCOUNT_DELETED = "account-deleted", _("deleted an account")
    ROLE_GIVEN = "role-given", _("gave a role")
    ROLE_TAKEN = "role-taken", _("took a role away")
    ROLE_CHANGED = "role-changed", _("changed what a role may do")
    MEMBER_ADDED = "member-added", _("put somebody into a team")
    MEMBER_CHANGED = "member-changed", _("changed somebody's time in a team")
    MEMBER_REMOVED = "member-removed", _("took somebody out of a team")
    VISIBILITY_CHANGED = "visibility-changed", _("changed who may read")
    EXPORTED = "exported", _("exported a list")
    RELEASED = "released", _("released an edition")
    EMERGENCY_RELEASED = "emergency-released", _("released an edition without approval")
    WITHDRAWN = "withdrawn", _("withdrew an edition")
    APPROVED = "approved", _("approved an edition")
    VIEWED = "viewed", _("looked at")
    CHANGED = "changed", _("changed")
    EMERGENCY = "emergency", _("opened a case of another team in an emergency")
    ERASED = "erased", _("erased at the end of its time")


class Outcome(models.TextChoices):
    DONE = "done", _("done")
    REFUSED = "refused", _("refused")
    FAILED = "failed", _("failed")


class AccessEntry(AppendOnly):
    """That somebody did something: time, ids, verb and route, never a value.

    Ids instead of foreign keys: an entry outlasts the people and the things that it is about.
    """

    at = models.DateTimeField(_("when"), db_index=True)
    actor_id = models.BigIntegerField(_("who"), null=True, db_index=True)
    verb = models.CharField(_("what"), max_length=40, choices=Verb.choices)
    outcome = models.CharField(
        _("outcome"), max_length=10, choices=Outcome.choices, default=Outcome.DONE
    )
    object_type = models.CharField(_("kind of object"), max_length=100, blank=True)
    object_id = models.CharField(_("object"), max_length=64, blank=True)
    related_type = models.CharField(_("kind of what it is about"), max_length=100, blank=True)
    related_id = models.CharField(_("about"), max_length=64, blank=True)
    route = models.CharField(_("where"), max_length=200, blank=True)
    digest = models.CharField(_("seal"), max_length=64, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("entry of the access log")
        verbose_name_plural = _("access log")
        default_permissions = ()
        indexes = [models.Index(fields=["object_type", "object_id"], name="access_entry_object")]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb}"

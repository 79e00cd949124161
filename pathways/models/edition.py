"""Numbered snapshots of a pathway. Which one is in force follows from dates, nothing sets it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.append_only.base import AppendOnly, AppendOnlyQuerySet

from .pathway import PathwayPage

NOTE_MESSAGE = _("Say what changes for those who work by it.")


class Force(models.TextChoices):
    """How much an edition weighs for whoever works by it."""

    EDITORIAL = "editorial", _("editorial: words, no change of practice")
    PRACTICE = "practice", _("practice: something is done in another way")
    LAW = "law", _("law: a new duty or right")


class EditionQuerySet(AppendOnlyQuerySet):
    """Editions of one or many pathways."""

    def of(self, key):
        """All editions of a pathway, the newest first."""
        return self.filter(key=key).order_by("-number")

    def standing(self):
        """Those that nobody has withdrawn."""
        return self.filter(withdrawal__isnull=True)

    def in_force(self, on=None):
        """One for each pathway: the latest number whose date has come.

        :param on: a date; today if not given.
        """
        on = on or timezone.localdate()
        later = PathwayEdition.objects.standing().filter(
            key=models.OuterRef("key"), number__gt=models.OuterRef("number"), effective_on__lte=on
        )
        return self.standing().filter(~models.Exists(later), effective_on__lte=on)

    def waiting(self, on=None):
        """Those whose date has not come yet."""
        return self.standing().filter(effective_on__gt=on or timezone.localdate())

    def for_reading(self):
        """With all that makes their document, in one more query."""
        return self.prefetch_related("texts")


class PathwayEdition(AppendOnly):
    """A pathway as it was when it was released: its structure and its source language's texts.

    ``snapshot`` is the canonical text of the document, ``hash`` the SHA-256 of that text: the
    same as ``document_hash``, which is what a review approves.
    """

    pathway = models.ForeignKey(
        PathwayPage,
        models.SET_NULL,
        null=True,
        related_name="editions",
        verbose_name=_("pathway"),
    )
    key = models.SlugField(max_length=80, editable=False)
    number = models.PositiveIntegerField(_("number"))
    schema = models.PositiveSmallIntegerField(editable=False)
    source_language = models.CharField(_("language"), max_length=10, editable=False)
    snapshot = models.TextField(editable=False)
    hash = models.CharField(max_length=64, editable=False)
    force = models.CharField(
        _("weight"), max_length=10, choices=Force.choices, default=Force.EDITORIAL
    )
    change_note = models.TextField(_("what changes"), blank=True)
    effective_on = models.DateField(_("in force from"))
    released_at = models.DateTimeField(_("released"), default=timezone.now)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("released by"),
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("approved by"),
    )
    emergency_reason = models.TextField(_("why it was released without approval"), blank=True)
    restored_from = models.PositiveIntegerField(_("restored from"), null=True)

    may_be_cleared = ("pathway", "released_by", "approved_by")
    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["key", "-number"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="edition_number_once"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="edition_numbers_begin_at_one"
            ),
            models.CheckConstraint(
                condition=models.Q(force=Force.EDITORIAL) | ~models.Q(change_note=""),
                name="edition_says_what_changes",
                violation_error_message=NOTE_MESSAGE,
            ),
        ]

    def __str__(self):
        return f"{self.key} {self.number}"

    def document(self):
        """The document, in the source language and in all that are attached.

        Do not change it: whoever asks for the same edition gets the same object.

        :raises BrokenEdition: when it is not what was released.
        """
        from pathways.editions.content import document_of  # which reads models

        return document_of(self)

    @property
    def is_withdrawn(self):
        return hasattr(self, "withdrawal")

    @property
    def has_begun(self):
        """Whether its date has come; a later edition may be in force all the same."""
        return self.effective_on <= timezone.localdate()

    def languages(self):
        """Codes of the languages that it can be read in, the source first."""
        attached = {texts.language for texts in self.texts.all()}
        return (self.source_language, *sorted(attached))


class EditionTexts(AppendOnly):
    """The edition in another language, attached when all of it is translated.

    A translation that is corrected later is another row; the one with the highest number counts.
    """

    edition = models.ForeignKey(PathwayEdition, models.PROTECT, related_name="texts")
    language = models.CharField(_("language"), max_length=10)
    number = models.PositiveIntegerField(default=1)
    snapshot = models.TextField(editable=False)
    hash = models.CharField(max_length=64, editable=False)
    attached_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["edition", "language", "number"]
        verbose_name = _("edition in another language")
        verbose_name_plural = _("editions in other languages")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "language", "number"], name="edition_texts_once"
            )
        ]

    def __str__(self):
        return f"{self.edition_id} {self.language}"


class EditionWithdrawal(AppendOnly):
    """That an edition is no longer in force, or never will be, and why."""

    edition = models.OneToOneField(PathwayEdition, models.PROTECT, related_name="withdrawal")
    reason = models.TextField(_("reason"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), default=timezone.now)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )

    may_be_cleared = ("withdrawn_by",)

    class Meta:
        verbose_name = _("withdrawal of an edition")
        verbose_name_plural = _("withdrawals of editions")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="withdrawal_has_a_reason")
        ]

    def __str__(self):
        return f"{self.edition_id}"


class EditionOnPages(models.Model):
    """Which edition the pages of a pathway show.

    Where this is another one than the edition in force, because a date has come and nobody has
    published the pages yet, readers are served from the edition's document.
    """

    key = models.SlugField(max_length=80, unique=True)
    edition = models.ForeignKey(PathwayEdition, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("edition on pages")
        verbose_name_plural = _("editions on pages")
        default_permissions = ()

    def __str__(self):
        return self.key

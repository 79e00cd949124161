"""What every piece of guidance has: identity, origin, and when it was last checked."""

from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from pathways.admin.panels import hidden_panel
from pathways.blocks import SourcesBlock
from pathways.blocks.base import RICH_TEXT_FEATURES
from pathways.forms import GuidancePageForm
from pathways.translation.signals import live_page_saved

from .readable import ReadablePage

__all__ = ["RICH_TEXT_FEATURES", "GuidancePage", "KeyedRow", "Origin"]


class Origin(models.TextChoices):
    """Where a page or row comes from; a re-import leaves local ones alone."""

    PACKAGE = "package", _("from a package")
    LOCAL = "local", _("made here")


class KeyedRow(TranslatableMixin, Orderable):
    """A row of a guidance page, known by (page key, row key), never by primary key.

    The page's form keeps ``key`` and ``translation_key`` through drafts and autosave.
    """

    key = models.CharField(max_length=80, blank=True)
    origin = models.CharField(
        max_length=10, choices=Origin.choices, default=Origin.LOCAL, editable=False
    )

    override_translatable_fields = [SynchronizedField("key", overridable=False)]
    key_panel = hidden_panel("key")

    class Meta(Orderable.Meta):
        abstract = True

    @staticmethod
    def constraints_for(name):
        """The two identities of a row: its key on the page, its translation in a locale.

        :param str name: the model's name in lower case, to keep constraint names unique.
        """
        return [
            models.UniqueConstraint(fields=["page", "key"], name=f"{name}_key_once"),
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name=f"{name}_translation_once"
            ),
        ]


class GuidancePage(ReadablePage, Page):
    """A page with a ``key`` that is the same in all languages."""

    key = models.SlugField(max_length=80, blank=True, editable=False)
    package = models.SlugField(max_length=80, blank=True, editable=False)
    origin = models.CharField(
        max_length=10, choices=Origin.choices, default=Origin.LOCAL, editable=False
    )
    imported_hash = models.CharField(max_length=64, blank=True, editable=False)
    summary = models.TextField(
        _("the most important sentence"),
        blank=True,
        help_text=_("Shown first on the page, in lists and in search results."),
    )
    reviewed_on = models.DateField(
        _("last checked on"),
        null=True,
        blank=True,
        help_text=_("Readers see it at the foot of the page."),
    )
    review_by = models.DateField(
        _("check again by"),
        null=True,
        blank=True,
        help_text=_("You are reminded when the day comes."),
    )
    reviewed_by = models.CharField(
        _("checked by (role)"),
        max_length=120,
        blank=True,
        help_text=_("A role, not a person: “procedure editor”."),
    )
    sources = StreamField(
        SourcesBlock(),
        blank=True,
        verbose_name=_("sources"),
        help_text=_("Where the facts come from. Readers see the list at the end."),
    )

    base_form_class = GuidancePageForm
    review_panels = [
        FieldPanel("sources"),
        MultiFieldPanel(
            [
                FieldPanel("reviewed_on"),
                FieldPanel("reviewed_by"),
                FieldPanel("review_by"),
            ],
            heading=_("Checked"),
        ),
    ]

    class Meta:
        abstract = True

    # A copy is a page of its own: made here, and known by a key of its own.
    exclude_fields_in_copy = ["key", "package", "origin", "imported_hash"]

    def full_clean(self, *args, **kwargs):
        """Give a new page its key."""
        self._settle_identity()
        super().full_clean(*args, **kwargs)

    def _settle_identity(self):
        """A new page gets a key, and a translation the key and package of its source."""
        if self.key and not (self._state.adding and self._key_is_taken(self.key)):
            return
        versions = type(self).objects.filter(translation_key=self.translation_key)
        source = versions.exclude(pk=self.pk).exclude(key="").order_by("pk").first()
        if source:
            self.key, self.package, self.origin = source.key, source.package, source.origin
        else:
            self.key = self._free_key()

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Save a live page and what follows from it in other languages, or nothing."""
        self._settle_identity()
        result = super().save(*args, **kwargs)
        if self.live and kwargs.get("update_fields") is None:
            live_page_saved.send(sender=type(self), instance=self)
        return result

    def publish(self, revision, *args, **kwargs):
        """Publish, which in a pathway with an edition only a release does.

        :raises NotByRelease: whoever asks: a button, a workflow, a schedule.
        """
        from pathways.editions.guard import refuse_publishing  # which reads models

        refuse_publishing(self)
        return super().publish(revision, *args, **kwargs)

    def get_lock(self):
        """Wagtail's locks, and that of an edition which waits for its date."""
        from pathways.editions.locks import lock_of

        return super().get_lock() or lock_of(self)

    @property
    def has_workflow(self):
        """Wagtail's own workflows end in publishing; a pathway with an edition has its review."""
        return not self._is_released() and super().has_workflow

    def get_workflow(self):
        return None if self._is_released() else super().get_workflow()

    def _is_released(self):
        from pathways.editions.reach import released_pathway_of

        return released_pathway_of(self) is not None

    def _key_is_taken(self, key):
        """Another page of this kind has the key, and is no translation of this one."""
        return (
            type(self)
            .objects.filter(key=key)
            .exclude(translation_key=self.translation_key)
            .exclude(pk=self.pk)
            .exists()
        )

    def _free_key(self):
        stem = slugify(self.key or self.slug or self.title)[:70] or self._meta.model_name
        key, number = stem, 1
        while self._key_is_taken(key):
            number += 1
            key = f"{stem}-{number}"
        return key

    @classmethod
    def row_relations(cls):
        """Child relations whose rows have a key, such as a step's checklist."""
        return [
            relation
            for relation in get_all_child_relations(cls)
            if issubclass(relation.related_model, KeyedRow)
        ]

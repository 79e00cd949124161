"""The words that pages share: who acts, what happens, what is agreed, how it ends."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pathways.forms import WordForm

from .base import Origin


class VocabularyEntry(index.Indexed, TranslatableMixin, models.Model):
    """A translatable snippet, known by its slug, which is the same in all languages."""

    slug = models.SlugField(
        _("key"),
        max_length=80,
        help_text=_("The same in all languages; files and cases refer to it."),
    )
    name = models.CharField(_("name"), max_length=160)
    description = models.TextField(
        _("description"), blank=True, help_text=_("One or two sentences for readers.")
    )
    package = models.SlugField(max_length=80, blank=True, editable=False)
    origin = models.CharField(
        max_length=10, choices=Origin.choices, default=Origin.LOCAL, editable=False
    )
    imported_hash = models.CharField(max_length=64, blank=True, editable=False)

    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    base_form_class = WordForm
    panels = [
        TitleFieldPanel("name", classname="", placeholder=False),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("description"),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("description"),
        index.FilterField("locale"),
    ]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    @staticmethod
    def constraints_for(name):
        """A slug and a translation stand once in each language."""
        return [
            models.UniqueConstraint(fields=["slug", "locale"], name=f"{name}_slug_once"),
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name=f"{name}_translation_once"
            ),
        ]


class Role(VocabularyEntry):
    """Who does something: a kind of worker, a partner, the client or the network."""

    class Side(models.TextChoices):
        SERVICE = "service", _("the service itself")
        INTERNAL = "internal", _("other parts of the same organisation")
        EXTERNAL = "external", _("external partner")
        CLIENT = "client", _("the client and the network")

    side = models.CharField(
        _("stands where"), max_length=10, choices=Side.choices, default=Side.SERVICE
    )

    panels = [*VocabularyEntry.panels, FieldPanel("side")]

    class Meta(VocabularyEntry.Meta):
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = VocabularyEntry.constraints_for("role")


class MilestoneKind(VocabularyEntry):
    """Something that happens at a date and that deadlines are counted from."""

    contact = models.BooleanField(
        _("the client is met"),
        default=False,
        help_text=_(
            "Face to face or in a conversation. Such milestones are the contact points "
            "of a pathway where pathways are compared."
        ),
    )

    panels = [*VocabularyEntry.panels, FieldPanel("contact")]

    class Meta(VocabularyEntry.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        constraints = VocabularyEntry.constraints_for("milestonekind")


class ConsentKind(VocabularyEntry):
    """What a client agrees to: what, from whom, to whom, and for which purpose."""

    class Form(models.TextChoices):
        SIGNED = "signed", _("signed on paper or with an electronic signature")
        SPOKEN = "spoken", _("given orally and noted in the record system")
        NOT_NEEDED = "not_needed", _("no consent is needed")
        UNSAID = "unsaid", _("the source does not say how")

    form = models.CharField(
        _("how it is given"), max_length=12, choices=Form.choices, default=Form.SIGNED
    )
    covers = models.TextField(
        _("what it covers"), blank=True, help_text=_("Which information or contact.")
    )
    from_whom = models.CharField(_("from whom"), max_length=250, blank=True)
    to_whom = models.CharField(_("to whom"), max_length=250, blank=True)
    purpose = models.TextField(_("purpose"), blank=True)

    panels = [
        *VocabularyEntry.panels,
        FieldPanel("form"),
        FieldPanel("covers"),
        FieldPanel("from_whom"),
        FieldPanel("to_whom"),
        FieldPanel("purpose"),
    ]

    class Meta(VocabularyEntry.Meta):
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = VocabularyEntry.constraints_for("consentkind")


class Outcome(VocabularyEntry):
    """How a pathway, or a branch of it, can end."""

    class Meta(VocabularyEntry.Meta):
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        constraints = VocabularyEntry.constraints_for("outcome")


class GlossaryTerm(VocabularyEntry):
    """A word that the guidance uses in a sense of its own; the description defines it."""

    class Meta(VocabularyEntry.Meta):
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        constraints = VocabularyEntry.constraints_for("glossaryterm")

    def get_absolute_url(self):
        """The term's own page, in the language that is being read."""
        return term_address(self.slug)


def term_address(slug):
    """Where a word is explained, in the language that is being read."""
    return reverse("pathways:term", args=[slug])

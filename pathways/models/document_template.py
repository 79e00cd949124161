"""Templates: forms as data, printed as blanks and later filled in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from pathways.blocks import GuidanceBlocks, TemplateSectionsBlock

from .base import RICH_TEXT_FEATURES, GuidancePage, KeyedRow
from .readable import ReadablePage


class TemplateIndexPage(ReadablePage, Page):
    """The list of templates."""

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pathways.DocumentTemplatePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of templates")


class DocumentTemplatePage(GuidancePage):
    """A form: its sections and fields, what may be stored, and how people are named."""

    class Storage(models.TextChoices):
        NEVER = "never", _("never stored here")
        CASE = "case", _("may be stored in a case, encrypted")

    class Identity(models.TextChoices):
        NONE = "none", _("neither date of birth nor personal number")
        BIRTH_DATE = "birth_date", _("date of birth")
        PERSONAL_NUMBER = "personal_number", _("personal number")

    intro = RichTextField(_("text at the top of the form"), blank=True, features=RICH_TEXT_FEATURES)
    stages = models.TextField(
        _("stages"),
        blank=True,
        help_text=_("One a line, where one document passes through several."),
    )
    storage = models.CharField(
        _("storage"), max_length=8, choices=Storage.choices, default=Storage.NEVER
    )
    identity = models.CharField(
        _("the client is known by"),
        max_length=16,
        choices=Identity.choices,
        default=Identity.NONE,
        help_text=_("A personal number only where nothing is stored."),
    )
    sections = StreamField(TemplateSectionsBlock(), blank=True, verbose_name=_("sections"))
    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("how to use the template"))

    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("intro"),
        FieldPanel("sections"),
        InlinePanel(
            "screening_rules",
            label=_("screening rule"),
            heading=_("Screening rules"),
            help_text=_("Shown below the form as advice; without both ages a rule cannot run."),
        ),
        FieldPanel("stages"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("storage"), FieldPanel("identity")])],
            heading=_("Privacy"),
        ),
        FieldPanel("body"),
        *GuidancePage.review_panels,
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("intro"),
        index.SearchField("stages"),
        index.SearchField("sections"),
        index.SearchField("body"),
    ]
    parent_page_types = ["pathways.TemplateIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("template")
        verbose_name_plural = _("templates")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(identity="personal_number") | models.Q(storage="never"),
                name="template_personal_number_never_stored",
                violation_error_message=_("A template with a personal number is never stored."),
            )
        ]


class ScreeningRule(KeyedRow):
    """When the marked criteria suggest that a client belongs to a target group.

    It is advice: people decide. A rule whose age band is empty cannot run
    (the numbers were lost in the Danish source and are never guessed).
    """

    page = ParentalKey(
        DocumentTemplatePage, on_delete=models.CASCADE, related_name="screening_rules"
    )
    group = models.CharField(_("target group"), max_length=160)
    age_from = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    category_1_minimum = models.PositiveSmallIntegerField(_("at least in category 1"), default=0)
    category_2_minimum = models.PositiveSmallIntegerField(_("at least in category 2"), default=0)
    distinct_topics = models.BooleanField(
        _("under different topics"),
        default=False,
        help_text=_("Two criteria of category 2 under one topic count as one."),
    )

    panels = [
        KeyedRow.key_panel,
        FieldPanel("group"),
        FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]),
        FieldRowPanel([FieldPanel("category_1_minimum"), FieldPanel("category_2_minimum")]),
        FieldPanel("distinct_topics"),
    ]

    class Meta(KeyedRow.Meta):
        constraints = [
            *KeyedRow.constraints_for("screeningrule"),
            models.CheckConstraint(
                condition=models.Q(age_from__isnull=True)
                | models.Q(age_to__isnull=True)
                | models.Q(age_from__lte=models.F("age_to")),
                name="screeningrule_age_band_in_order",
                violation_error_message=_("The age band ends before it begins."),
            ),
        ]

    def __str__(self):
        return self.group

    @property
    def can_run(self):
        """Whether both ends of the age band are set."""
        return self.age_from is not None and self.age_to is not None

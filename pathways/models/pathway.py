"""A pathway and what it is made of, apart from its phases and steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from pathways.blocks import GuidanceBlocks

from .base import RICH_TEXT_FEATURES, GuidancePage, KeyedRow
from .provenance import Provenance
from .readable import ReadablePage


class PathwayIndexPage(ReadablePage, Page):
    """The list of pathways."""

    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pathways.PathwayPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of pathways")


class PathwayPage(Provenance, GuidancePage):
    """A procedure from the first sign of a need to the last follow-up."""

    class Numbering(models.TextChoices):
        THROUGH = "through", _("through all phases: 1, 2, 3 …")
        NONE = "none", _("no numbers")

    purpose = RichTextField(
        _("purpose"), blank=True, features=RICH_TEXT_FEATURES, help_text=_("What for?")
    )
    audience = RichTextField(_("for whom"), blank=True, features=RICH_TEXT_FEATURES)
    numbering = models.CharField(
        _("numbers of steps"),
        max_length=8,
        choices=Numbering.choices,
        default=Numbering.THROUGH,
    )
    name_only = models.BooleanField(
        _("the source gives only the name"),
        default=False,
        help_text=_(
            "Readers are told that nothing more is known about this pathway. "
            "It stands apart in the list, and in no comparison."
        ),
    )
    case_holder = models.ForeignKey(
        "pathways.Role",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who holds the case"),
        help_text=_("The role that is responsible from beginning to end, if the source names one."),
    )
    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("more about the pathway"))

    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("purpose"),
        FieldPanel("audience"),
        FieldPanel("case_holder"),
        FieldRowPanel([FieldPanel("numbering"), FieldPanel("name_only")]),
        InlinePanel(
            "milestones",
            label=_("milestone"),
            heading=_("Milestones"),
            help_text=_("The events that deadlines of this pathway are counted from."),
        ),
        InlinePanel(
            "consents",
            label=_("consent"),
            heading=_("Consents"),
            help_text=_("What is asked of the client on the way, and what each consent covers."),
        ),
        InlinePanel(
            "outcomes",
            label=_("outcome"),
            heading=_("How it can end"),
        ),
        InlinePanel("referral_sources", label=_("referral source"), heading=_("Who may refer")),
        InlinePanel("agreements", label=_("agreement"), heading=_("Cooperation agreements")),
        FieldPanel("body"),
        *GuidancePage.review_panels,
        MultiFieldPanel(Provenance.provenance_panels, heading=_("The whole source")),
    ]
    settings_panels = [CommentPanel()]  # no dates of its own: editions have them
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("purpose"),
        index.SearchField("audience"),
        index.SearchField("body"),
        index.RelatedFields("referral_sources", [index.SearchField("name")]),
        index.RelatedFields(
            "agreements", [index.SearchField("partner"), index.SearchField("text")]
        ),
    ]
    parent_page_types = ["pathways.PathwayIndexPage"]
    subpage_types = ["pathways.PhasePage", "pathways.StepPage"]

    class Meta:
        verbose_name = _("pathway")
        verbose_name_plural = _("pathways")


class PathwayMilestone(KeyedRow):
    """A milestone that the pathway uses."""

    page = ParentalKey(PathwayPage, on_delete=models.CASCADE, related_name="milestones")
    milestone = models.ForeignKey(
        "pathways.MilestoneKind", models.CASCADE, related_name="+", verbose_name=_("milestone")
    )
    repeats = models.BooleanField(
        _("happens more than once"), default=False, help_text=_("As a meeting does.")
    )
    checkpoints = models.CharField(
        _("checkpoints"),
        max_length=60,
        blank=True,
        help_text=_("At which occurrences to stop and look: “5, 10”."),
    )

    override_translatable_fields = [
        *KeyedRow.override_translatable_fields,
        SynchronizedField("checkpoints", overridable=False),
    ]
    panels = [
        KeyedRow.key_panel,
        FieldPanel("milestone"),
        FieldRowPanel([FieldPanel("repeats"), FieldPanel("checkpoints")]),
    ]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("pathwaymilestone")


class PathwayConsent(KeyedRow):
    """A consent that the pathway asks for."""

    page = ParentalKey(PathwayPage, on_delete=models.CASCADE, related_name="consents")
    consent = models.ForeignKey(
        "pathways.ConsentKind", models.CASCADE, related_name="+", verbose_name=_("consent")
    )

    panels = [KeyedRow.key_panel, FieldPanel("consent")]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("pathwayconsent")


class PathwayOutcome(KeyedRow):
    """A way in which the pathway can end."""

    page = ParentalKey(PathwayPage, on_delete=models.CASCADE, related_name="outcomes")
    outcome = models.ForeignKey(
        "pathways.Outcome", models.CASCADE, related_name="+", verbose_name=_("outcome")
    )

    panels = [KeyedRow.key_panel, FieldPanel("outcome")]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("pathwayoutcome")


class ReferralSource(KeyedRow):
    """Someone who may turn to the service about a client."""

    class Side(models.TextChoices):
        CIVIL = "civil", _("civil society")
        INTERNAL = "internal", _("own organisation")
        PUBLIC = "public", _("other public bodies")

    page = ParentalKey(PathwayPage, on_delete=models.CASCADE, related_name="referral_sources")
    name = models.CharField(_("who"), max_length=160)
    side = models.CharField(
        _("belongs to"), max_length=10, choices=Side.choices, default=Side.CIVIL
    )

    panels = [KeyedRow.key_panel, FieldPanel("name"), FieldPanel("side")]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("referralsource")

    def __str__(self):
        return self.name


class CooperationAgreement(KeyedRow):
    """What has been agreed with a partner who refers."""

    page = ParentalKey(PathwayPage, on_delete=models.CASCADE, related_name="agreements")
    partner = models.CharField(_("with whom"), max_length=160)
    text = models.TextField(_("what is agreed"))

    panels = [KeyedRow.key_panel, FieldPanel("partner"), FieldPanel("text")]

    class Meta(KeyedRow.Meta):
        constraints = KeyedRow.constraints_for("cooperationagreement")

    def __str__(self):
        return self.partner

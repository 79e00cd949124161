"""Pages for each kind of reader, and what every portal has to say about itself."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from accounts.visibility.preview import PreviewAsReader
from home.blocks import InformationBlocks
from pathways.forms import GuardedPageForm


class InformationPage(PreviewAsReader, Page):
    """Sends one kind of reader on their way, or tells about the portal itself."""

    class Purpose(models.TextChoices):
        STAFF = "staff", _("for staff")
        NEWCOMERS = "newcomers", _("for new hires")
        EDITORS = "editors", _("for editors")
        PARTNERS = "partners", _("for partners")
        ACCESSIBILITY = "accessibility", _("accessibility statement")
        PRIVACY = "privacy", _("privacy")
        OTHER = "other", _("something else")

    READERS = (Purpose.STAFF, Purpose.NEWCOMERS, Purpose.EDITORS, Purpose.PARTNERS)
    ABOUT = (Purpose.ACCESSIBILITY, Purpose.PRIVACY)

    purpose = models.CharField(
        _("what it is for"),
        max_length=13,
        choices=Purpose.choices,
        default=Purpose.OTHER,
        help_text=_("The front page leads to the first four, the foot of every page to the rest."),
    )
    summary = models.TextField(
        _("the most important sentence"),
        blank=True,
        help_text=_("Shown under the heading and on the front page."),
    )
    body = StreamField(InformationBlocks(), blank=True, verbose_name=_("text"))

    base_form_class = GuardedPageForm
    override_translatable_fields = [SynchronizedField("purpose", overridable=False)]
    content_panels = [
        *Page.content_panels,
        FieldPanel("purpose"),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("page for readers")
        verbose_name_plural = _("pages for readers")

    def clean(self):
        """A purpose has one page in each language: whoever is sent there finds one."""
        super().clean()
        if self.purpose != self.Purpose.OTHER and self._purpose_is_taken():
            raise ValidationError({"purpose": _("There is a page for this already.")})

    def _purpose_is_taken(self):
        pages = InformationPage.objects.filter(purpose=self.purpose, locale_id=self.locale_id)
        return pages.exclude(pk=self.pk).exists()

    def get_context(self, request, *args, **kwargs):
        from home.reading import information_view  # the view is made of the models
        from pathways.reading.surroundings import surroundings

        context = super().get_context(request, *args, **kwargs)
        return context | {"view": information_view(self, request)} | surroundings(self, request)

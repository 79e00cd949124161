"""The front page."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from accounts.visibility.preview import PreviewAsReader
from pathways.forms import GuardedPageForm

# Fetched together with what is the same for all pages, which saves a query.
MOST_READ = ("pathwaypage", "phasepage", "steppage")
READ_WITH = ("locale", "pathwaypage__case_holder", "phasepage", "steppage")


class HomePage(PreviewAsReader, Page):
    """Where everybody starts."""

    lead = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences under the heading.")
    )

    base_form_class = GuardedPageForm
    content_panels = [*Page.content_panels, FieldPanel("lead")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pathways.PathwayIndexPage",
        "pathways.MethodIndexPage",
        "pathways.TemplateIndexPage",
        "pathways.ArticleIndexPage",
        "home.InformationPage",
    ]

    class Meta:
        verbose_name = _("front page")

    def route(self, request, path_components):
        """Find a page by its whole address at once, not level by level (8 queries)."""
        if not path_components:
            return super().route(request, path_components)
        address = f"{self.url_path}{'/'.join(path_components)}/"
        if "\0" in address:  # PostgreSQL cannot even look for it
            raise Http404
        pages = Page.objects.filter(url_path=address).select_related(*READ_WITH)
        found = pages.first()
        if found is None:
            raise Http404
        known = (getattr(found, kind, None) for kind in MOST_READ)
        page = next(filter(None, known), None) or found.specific
        page.locale = found.locale
        return page.route(request, [])

    def get_context(self, request, *args, **kwargs):
        from home.reading import front_view  # the view is made of the models
        from pathways.reading.surroundings import surroundings

        context = super().get_context(request, *args, **kwargs)
        return context | {"view": front_view(self, request)} | surroundings(self, request)

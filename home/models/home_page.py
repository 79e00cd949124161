"""The front page."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class HomePage(Page):
    """Where everybody starts."""

    lead = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences under the heading.")
    )

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "pathways.PathwayIndexPage",
        "pathways.MethodIndexPage",
        "pathways.TemplateIndexPage",
        "pathways.ArticleIndexPage",
    ]

    class Meta:
        verbose_name = _("front page")

    def route(self, request, path_components):
        """Find a page by its whole address at once, not level by level (8 queries)."""
        if not path_components:
            return super().route(request, path_components)
        address = f"{self.url_path}{'/'.join(path_components)}/"
        found = Page.objects.filter(url_path=address).select_related("locale").first()
        if found is None:
            raise Http404
        page = found.specific
        page.locale = found.locale
        return page.route(request, [])

    def get_context(self, request, *args, **kwargs):
        from home.reading import front_view  # the view is made of the models
        from pathways.reading.surroundings import surroundings

        context = super().get_context(request, *args, **kwargs)
        return context | {"view": front_view(self, request)} | surroundings(self, request)

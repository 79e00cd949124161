"""Items of checklists without a page that shows how."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from pathways.admin.home.lists import is_translation
from pathways.models import ChecklistItem, PathwayPage, StepPage

from .base import GuidanceReport, edit_address


class BareItemsFilterSet(WagtailFilterSet):
    """By pathway."""

    pathway = django_filters.ModelChoiceFilter(
        label=_("Pathway"),
        queryset=lambda request: PathwayPage.objects.filter(~is_translation()).order_by("title"),
        method="below",
    )

    class Meta:
        model = ChecklistItem
        fields = []

    def below(self, queryset, name, pathway):
        return queryset.filter(page__path__startswith=pathway.path)


class BareItemsReport(GuidanceReport):
    page_title = _("Items without guidance")
    header_icon = "list-ul"
    index_url_name = "pathways_bare_items"
    index_results_url_name = "pathways_bare_items_results"
    filterset_class = BareItemsFilterSet
    model = ChecklistItem
    default_ordering = "pk"
    export_filename = "items-without-guidance"
    list_export = ["page.title", "text", "key", "mandatory"]
    columns = [
        TitleColumn("text", label=_("What to do"), get_url=lambda item: edit_address(item.page_id)),
        Column("page", label=_("Step")),
        Column("role", label=_("Who")),
    ]

    def get_queryset(self):
        """Of published steps in their source language, in their order."""
        steps = StepPage.objects.live().filter(~is_translation())
        rows = ChecklistItem.objects.filter(guidance=None, page__in=steps)
        return rows.select_related("page", "role").order_by("page__path", "sort_order")

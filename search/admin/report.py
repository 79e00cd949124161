"""What was searched, found nothing and was opened, for editors."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Max, Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from search.models import Asked


class SearchesFilterSet(WagtailFilterSet):
    """By time and language, and those that found nothing."""

    day = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=Asked._meta.get_field("language").choices or ()
    )
    nothing = django_filters.BooleanFilter(label=_("Found nothing"), method="without_results")

    class Meta:
        model = Asked
        fields = []

    def without_results(self, queryset, _name, value):
        """The question that search could not answer is the one to write for."""
        if value is None:
            return queryset
        return queryset.filter(found_last=0) if value else queryset.filter(found_last__gt=0)


class SearchesView(ReportView):
    """One line a question: no people, no days of a single one of them."""

    page_title = _("Searches")
    header_icon = "search"
    results_template_name = "search/admin/searches_results.html"
    index_url_name = "searches"
    index_results_url_name = "searches_results"
    filterset_class = SearchesFilterSet
    model = Asked
    default_ordering = "-times_sum"
    is_searchable = False
    export_filename = "searches"
    list_export = ["language", "text", "times_sum", "found_last", "opened_sum"]
    export_headings = {
        "times_sum": _("Times"),
        "found_last": pgettext_lazy("search", "Found at most"),
        "opened_sum": pgettext_lazy("search", "Opened"),
    }
    columns = [
        Column("text", label=_("Searched for")),
        Column("language", label=_("Language"), width="12%"),
        Column("times_sum", label=_("Times"), width="12%"),
        Column("found_last", label=pgettext_lazy("search", "Found at most"), width="14%"),
        Column("opened_sum", label=pgettext_lazy("search", "Opened"), width="12%"),
    ]

    def dispatch(self, request, *args, **kwargs):
        if not may_read_searches(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        """The most frequent first."""
        rows = Asked.objects.values("text", "language").annotate(
            times_sum=Sum("times"), found_last=Max("found"), opened_sum=Sum("opened")
        )
        return rows.order_by("-times_sum", "text")


class SearchesMenuItem(MenuItem):
    """Among the reports, for those who may read it."""

    def is_shown(self, request):
        return may_read_searches(request.user)


def may_read_searches(user):
    """Whoever keeps the words of search."""
    return user.has_perm("search.view_asked")

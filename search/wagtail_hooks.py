"""Wagtail looks here for what search adds to its admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .admin.report import SearchesMenuItem, SearchesView
from .admin.synonyms import SynonymViewSet

register_snippet(SynonymViewSet)


@hooks.register("register_admin_urls")
def searches_addresses():
    """The report."""
    return [
        path("reports/searches/", SearchesView.as_view(), name="searches"),
        path(
            "reports/searches/results/",
            SearchesView.as_view(results_only=True),
            name="searches_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def searches_menu_item():
    """Where reports are."""
    return SearchesMenuItem(
        _("Searches"), reverse("searches"), name="searches", icon_name="search", order=1050
    )

"""Addresses and menu items of the reports."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from pathways.admin.replacing import replace_view

from .bare_items import BareItemsReport
from .base import GuidanceMenuItem
from .uses import UsesReport

REPORTS = {"pathways_uses": UsesReport, "pathways_bare_items": BareItemsReport}


@hooks.register("register_admin_urls")
def report_addresses():
    """Each report as a page, and as what a filter changes of it."""
    addresses = [path("reports/replace-a-term/", replace_view, name="pathways_replace")]
    for name, view in REPORTS.items():
        route = f"reports/{name.removeprefix('pathways_').replace('_', '-')}/"
        addresses += [
            path(route, view.as_view(), name=name),
            path(f"{route}results/", view.as_view(results_only=True), name=f"{name}_results"),
        ]
    return addresses


@hooks.register("register_reports_menu_item")
def replace_menu_item():
    """Beside the reports, since it begins with a list of places."""
    return GuidanceMenuItem(
        _("Replace a term"),
        reverse("pathways_replace"),
        name="replace",
        icon_name="edit",
        order=910,
    )


def _menu_item(name, view, order):
    def item():
        return GuidanceMenuItem(
            view.page_title, reverse(name), name=name, icon_name=view.header_icon, order=order
        )

    hooks.register("register_reports_menu_item", item)


for number, (name, view) in enumerate(REPORTS.items()):
    _menu_item(name, view, 900 + number)

"""The editor's home on the dashboard and in the menu."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .panels import WorkPanel
from .sections import SECTIONS, works_on_pages
from .views import work_view


class WorkMenuItem(MenuItem):
    """For whoever works on pages."""

    def is_shown(self, request):
        return works_on_pages(request.user)


@hooks.register("construct_homepage_panels")
def work_panels(request, panels):
    """The first few of each list."""
    if works_on_pages(request.user):
        panels += [WorkPanel(section) for section in SECTIONS]


@hooks.register("register_admin_urls")
def work_address():
    """All lists in full."""
    return [path("work/", work_view, name="pathways_work")]


@hooks.register("register_admin_menu_item")
def work_menu_item():
    """First of all."""
    return WorkMenuItem(
        _("What waits"), reverse("pathways_work"), name="work", icon_name="tasks", order=50
    )

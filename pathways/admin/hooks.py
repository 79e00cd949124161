"""What the guidance adds to Wagtail's admin for editors."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet

from pathways.copying import renew_row_keys
from pathways.models import StepPage
from pathways.models.base import GuidancePage
from pathways.permissions import may_move_rows

from .calendars import CalendarViewSet
from .checks.views import checks_view
from .feedback import FeedbackViewSet
from .moving import move_rows_view
from .vocabulary import VocabularyGroup

register_snippet(VocabularyGroup)


@hooks.register("insert_global_admin_css")
def editors_styles():
    """The few styles of our own panels."""
    sheets = [(static(f"pathways/css/{name}.css"),) for name in ("admin", "work")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("register_admin_viewset")
def calendars():
    """Which days are off, and what a weekday is, for each country."""
    return CalendarViewSet()


@hooks.register("register_admin_viewset")
def answers_of_readers():
    """What readers say about steps."""
    return FeedbackViewSet()


@hooks.register("register_admin_urls")
def moving_address():
    """Moving rows from a step to another."""
    return [path("steps/<int:page_id>/move-rows/", move_rows_view, name="pathways_move_rows")]


@hooks.register("register_admin_urls")
def checks_address():
    """What the checks find in a pathway."""
    return [path("pathways/<int:page_id>/checks/", checks_view, name="pathways_checks")]


@hooks.register("after_copy_page")
def copy_has_rows_of_its_own(request, page, new_page):
    """The pages below were copied too, if the editor wanted that."""
    for copied in new_page.get_descendants(inclusive=True).specific():
        if isinstance(copied, GuidancePage):
            renew_row_keys(copied, request.user)


@hooks.register("register_page_header_buttons")
def move_rows_button(page, user, view_name, next_url=None):
    """In the menu at the top of a step's form."""
    if view_name == "edit" and isinstance(page, StepPage) and may_move_rows(user, page):
        address = reverse("pathways_move_rows", args=[page.pk])
        yield Button(_("Move checklist items…"), address, icon_name="arrow-right", priority=25)

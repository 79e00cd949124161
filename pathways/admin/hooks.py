"""What the guidance adds to Wagtail's admin for editors."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet

from pathways.models import StepPage
from pathways.permissions import may_move_rows

from .moving import move_rows_view
from .vocabulary import VocabularyGroup

register_snippet(VocabularyGroup)


@hooks.register("insert_global_admin_css")
def editors_styles():
    """The few styles of our own panels."""
    return format_html('<link rel="stylesheet" href="{}">', static("pathways/css/admin.css"))


@hooks.register("register_admin_urls")
def moving_address():
    """Moving rows from a step to another."""
    return [path("steps/<int:page_id>/move-rows/", move_rows_view, name="pathways_move_rows")]


@hooks.register("register_page_header_buttons")
def move_rows_button(page, user, view_name, next_url=None):
    """In the menu at the top of a step's form."""
    if view_name == "edit" and isinstance(page, StepPage) and may_move_rows(user, page):
        address = reverse("pathways_move_rows", args=[page.pk])
        yield Button(_("Move checklist items…"), address, icon_name="arrow-right", priority=25)

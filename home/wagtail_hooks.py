"""What the portal adds to Wagtail's admin: its own colours."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def portal_colours():
    """The line's colour for menu and buttons."""
    return format_html('<link rel="stylesheet" href="{}">', static("home/css/admin.css"))

"""What the guidance adds to Wagtail's admin for editors."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .vocabulary import VocabularyGroup

register_snippet(VocabularyGroup)


@hooks.register("insert_global_admin_css")
def editors_styles():
    """The few styles of our own panels."""
    return format_html('<link rel="stylesheet" href="{}">', static("pathways/css/admin.css"))

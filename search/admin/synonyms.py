"""Synonyms in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import Synonym


class SynonymViewSet(SnippetViewSet):
    """In the settings, beside promoted results, which are Wagtail's own."""

    model = Synonym
    icon = "sync"
    menu_label = _("Synonyms for search")
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = ["__str__", Column("get_language_display", label=_("Language"))]
    list_filter = ["language"]

"""The vocabulary in the admin: one menu, with a list for each kind of word."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, LocaleColumn, UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from pathways.models import ConsentKind, GlossaryTerm, MilestoneKind, Outcome, Role


class UsedWhere(UsageCountColumn):
    """How often pages use the word, with the way to the list of them."""

    def __init__(self, viewset, **kwargs):
        super().__init__("used", label=_("Used where"), sort_key="used", **kwargs)
        self.viewset = viewset

    def get_cell_context_data(self, instance, parent_context):
        instance.usage_url = reverse(self.viewset.get_url_name("usage"), args=[instance.pk])
        return super().get_cell_context_data(instance, parent_context)


class AddWordView(CreateView):
    """Says in which language the new word will be; Wagtail has that in a closed panel."""

    def get_page_subtitle(self):
        return f"{super().get_page_subtitle()} ({self.locale.get_display_name()})"


class WordViewSet(SnippetViewSet):
    """What all lists of the vocabulary have in common."""

    # A copy would carry the key of the first, and nothing may have it twice.
    copy_view_enabled = False
    add_view_class = AddWordView
    ordering = ["name"]
    list_per_page = 50

    @property
    def list_display(self):
        return [
            "name",
            Column("slug", label=_("Key"), sort_key="slug"),
            LocaleColumn(label=_("Language")),
            UsedWhere(self),
        ]

    def get_queryset(self, request):
        """All words, each with the number of pages and settings that use it."""
        return self.model.objects.annotate(used=ReferenceIndex.usage_count_subquery(self.model))


class RoleViewSet(WordViewSet):
    model = Role
    icon = "group"


class MilestoneViewSet(WordViewSet):
    model = MilestoneKind
    icon = "calendar-check"


class ConsentViewSet(WordViewSet):
    model = ConsentKind
    icon = "key"


class OutcomeViewSet(WordViewSet):
    model = Outcome
    icon = "circle-check"


class TermViewSet(WordViewSet):
    model = GlossaryTerm
    icon = "openquote"


class VocabularyGroup(SnippetViewSetGroup):
    """The words that all pages share."""

    items = (RoleViewSet, MilestoneViewSet, ConsentViewSet, OutcomeViewSet, TermViewSet)
    menu_label = _("Vocabulary")
    menu_icon = "tag"
    menu_order = 150  # after the pages

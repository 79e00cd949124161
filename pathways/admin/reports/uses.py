"""Where a method, a template, a role, a consent or a term is used."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page, ReferenceIndex

from pathways.models import (
    ArticlePage,
    ConsentKind,
    DocumentTemplatePage,
    GlossaryTerm,
    MethodPage,
    MilestoneKind,
    Outcome,
    Role,
)

from .base import GuidanceReport, edit_address

PAGES = (MethodPage, DocumentTemplatePage, ArticlePage)
WORDS = (Role, MilestoneKind, ConsentKind, Outcome, GlossaryTerm)
KINDS = {model._meta.model_name: model for model in (*PAGES, *WORDS)}


def uses_of(model, **named):
    """References to objects of a kind; the index keeps pages as pages."""
    target = Page if issubclass(model, Page) else model
    return Q(
        to_content_type=ContentType.objects.get_for_model(target),
        to_object_id__in=[
            str(pk) for pk in model.objects.filter(**named).values_list("pk", flat=True)
        ],
    )


class UsesFilterSet(WagtailFilterSet):
    """By kind, and by name."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=[(name, model._meta.verbose_name) for name, model in KINDS.items()],
        method="of_kind",
    )
    name = django_filters.CharFilter(label=_("Name"), method="named")

    class Meta:
        model = ReferenceIndex
        fields = []

    def of_kind(self, queryset, name, kind):
        return queryset.filter(uses_of(KINDS[kind]))

    def named(self, queryset, name, words):
        wanted = Q()
        for model in KINDS.values():
            field = "title__icontains" if issubclass(model, Page) else "name__icontains"
            wanted |= uses_of(model, **{field: words})
        return queryset.filter(wanted)


class UsesReport(GuidanceReport):
    page_title = _("Where things are used")
    header_icon = "link"
    index_url_name = "pathways_uses"
    index_results_url_name = "pathways_uses_results"
    filterset_class = UsesFilterSet
    model = ReferenceIndex
    default_ordering = "pk"
    export_filename = "where-used"
    list_export = ["used", "kind", "on", "field"]
    export_headings = {"used": _("What"), "kind": _("Kind"), "on": _("Used on"), "field": _("As")}
    columns = [
        Column("used", label=_("What")),
        Column("kind", label=_("Kind")),
        TitleColumn("on", label=_("Used on"), get_url=lambda use: use.address),
        Column("field", label=_("As")),
    ]

    def get_queryset(self):
        """References of pages to words, methods, templates and articles."""
        wanted = Q()
        for model in KINDS.values():
            wanted |= uses_of(model)
        pages = ContentType.objects.get_for_model(Page)
        found = ReferenceIndex.objects.filter(wanted, base_content_type=pages)
        return found.select_related("content_type", "to_content_type").order_by(
            "to_content_type_id", "to_object_id", "object_id", "pk"
        )

    def decorate_paginated_queryset(self, object_list):
        """Name what is used, and where."""
        uses = list(object_list)
        targets = self._targets(uses)
        pages = Page.objects.select_related("locale").in_bulk({int(use.object_id) for use in uses})
        for use in uses:
            target = targets.get((use.to_content_type_id, use.to_object_id))
            page = pages.get(int(use.object_id))
            use.used = str(target or "")
            use.kind = capfirst(target._meta.verbose_name) if target else ""
            use.on = f"{page.title} ({page.locale.language_code})" if page else ""
            use.address = edit_address(page.pk) if page else ""
            use.field = capfirst(use.describe_source_field())
        return uses

    @staticmethod
    def _targets(uses):
        """Objects by content type and id: one query for each kind."""
        found = {}
        for kind in {use.to_content_type for use in uses}:
            ids = {use.to_object_id for use in uses if use.to_content_type_id == kind.pk}
            objects = kind.model_class().objects.filter(pk__in=ids)
            if kind.model_class() is Page:
                objects = objects.specific(defer=True)
            found |= {(kind.pk, str(one.pk)): one for one in objects}
        return found

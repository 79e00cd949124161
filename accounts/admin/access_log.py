"""The access log for the privacy officer."""

from contextlib import suppress

import django_filters
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView

from accounts.models.access_entry import AccessEntry, Outcome, Verb
from accounts.permissions import may_read_access_log
from accounts.roles import label


class AccessLogFilterSet(WagtailFilterSet):
    """By time, person, act, outcome and object."""

    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    actor_id = django_filters.NumberFilter(label=_("Number of the person"))
    verb = django_filters.ChoiceFilter(label=_("What"), choices=Verb.choices)
    outcome = django_filters.ChoiceFilter(
        label=pgettext_lazy("access log", "Result"), choices=Outcome.choices
    )
    object_id = django_filters.CharFilter(label=_("Number of the object"))

    class Meta:
        model = AccessEntry
        fields = []


class AccessLogView(ReportView):
    """Names are looked up for the screen; the log and its export hold numbers only."""

    page_title = _("Access log")
    header_icon = "view"
    results_template_name = "accounts/admin/access_log_results.html"
    index_url_name = "access_log"
    index_results_url_name = "access_log_results"
    filterset_class = AccessLogFilterSet
    model = AccessEntry
    default_ordering = "-pk"
    is_searchable = False
    export_filename = "access-log"
    list_export = [
        "pk",
        "at",
        "actor_id",
        "verb",
        "outcome",
        "object_type",
        "object_id",
        "related_type",
        "related_id",
        "route",
        "digest",
    ]
    export_headings = {"pk": _("Number")}
    columns = [
        Column("at_words", label=_("When"), width="14%"),
        Column("who", label=_("Who"), width="20%"),
        Column("did", label=_("What"), width="24%"),
        Column("object_words", label=_("To"), width="16%"),
        Column("related_words", label=_("About"), width="16%"),
        Column("route", label=_("Where")),
    ]

    def dispatch(self, request, *args, **kwargs):
        if not may_read_access_log(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        """The newest first."""
        return AccessEntry.objects.order_by("-pk")

    def decorate_paginated_queryset(self, object_list):
        """Add what people read to each row of the page; an export keeps the codes."""
        if self.is_export:
            return object_list
        entries = list(object_list)
        people = get_user_model().objects.in_bulk({entry.actor_id for entry in entries} - {None})
        groups = {str(group.pk): label(group) for group in Group.objects.all()}
        for entry in entries:
            entry.at_words = date_format(localtime(entry.at), "Y-m-d H:i:s")
            entry.who = _who(entry, people)
            entry.did = _did(entry)
            entry.object_words = _words(entry.object_type, entry.object_id, groups)
            entry.related_words = _words(entry.related_type, entry.related_id, groups)
        return entries


class AccessLogMenuItem(MenuItem):
    """Among the reports, for those who may read it."""

    def is_shown(self, request):
        return may_read_access_log(request.user)


def _who(entry, people):
    if entry.actor_id is None:
        return _("nobody signed in")
    person = people.get(entry.actor_id)
    if person is None:
        return _("account %(number)s, deleted") % {"number": entry.actor_id}
    return f"{person} ({entry.actor_id})"


def _did(entry):
    if entry.outcome == Outcome.DONE:
        return entry.get_verb_display()
    return f"{entry.get_verb_display()}: {entry.get_outcome_display()}"


def _words(kind, number, groups):
    """What kind of thing, in the reader's language, and its number; a role by its name."""
    if not kind:
        return ""
    if kind == "auth.group" and number in groups:
        return groups[number]
    with suppress(LookupError, ValueError):
        kind = apps.get_model(kind)._meta.verbose_name
    return f"{capfirst(kind)} {number}"

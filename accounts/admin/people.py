"""Organisations, teams and closures for administrators; members for whoever leads a team too."""

from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.http import Http404
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from accounts.admin.invitations import InvitationViewSet
from accounts.models import Closure, Membership, Organisation, Team
from accounts.permissions import may_change_membership, teams_managed_by


class DayColumn(Column):
    """A day as people write it; Wagtail's own column counts hours."""

    def get_value(self, instance):
        day = super().get_value(instance)
        return date_format(day) if day else ""


class DeleteUnlessInUse(generic.DeleteView):
    """Asks the database too: the list of uses is written a moment later, by the worker."""

    def delete_action(self):
        try:
            super().delete_action()
        except ProtectedError:
            raise PermissionDenied from None


class PeopleViewSet(ModelViewSet):
    """What these lists have in common: a copy would repeat what may stand only once."""

    copy_view_enabled = False
    delete_view_class = DeleteUnlessInUse
    list_per_page = 50


class OrganisationViewSet(PeopleViewSet):
    model = Organisation
    icon = "home"
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]
    search_backend_name = None


class TeamViewSet(PeopleViewSet):
    model = Team
    icon = "group"
    list_display = ["name", "organisation", "country"]
    list_filter = ["organisation", "country"]
    search_fields = ["name"]
    search_backend_name = None


class ClosureViewSet(PeopleViewSet):
    model = Closure
    icon = "calendar"
    list_display = [
        "name",
        "organisation",
        DayColumn("first_day", label=_("First day")),
        DayColumn("last_day", label=_("Last day")),
    ]
    list_filter = ["organisation"]


class OwnTeamsOnly:
    """A membership of another team answers as if it were not there."""

    def get_object(self, *args, **kwargs):
        membership = super().get_object(*args, **kwargs)
        if not may_change_membership(self.request.user, membership):
            raise Http404
        return membership


class MembershipIndex(generic.IndexView):
    """Shows the members of one's own teams; administrators see all."""

    def get_base_queryset(self):
        """With the names that each row shows."""
        own = teams_managed_by(self.request.user)
        return super().get_base_queryset().filter(team__in=own).select_related("user", "team")


class EditMembership(OwnTeamsOnly, generic.EditView):
    pass


class DeleteMembership(OwnTeamsOnly, generic.DeleteView):
    pass


class MembershipHistory(OwnTeamsOnly, history.HistoryView):
    pass


class MembershipUsage(OwnTeamsOnly, usage.UsageView):
    pass


class MembershipViewSet(PeopleViewSet):
    model = Membership
    icon = "user"
    list_display = [
        "user",
        "team",
        BooleanColumn("lead", label=_("Leads")),
        DayColumn("since", label=_("From")),
        DayColumn("until", label=_("Until")),
    ]
    index_view_class = MembershipIndex
    edit_view_class = EditMembership
    delete_view_class = DeleteMembership
    history_view_class = MembershipHistory
    usage_view_class = MembershipUsage


class PeopleGroup(ModelViewSetGroup):
    """One menu for people and where they work."""

    items = (
        MembershipViewSet,
        InvitationViewSet,
        TeamViewSet,
        OrganisationViewSet,
        ClosureViewSet,
    )
    menu_label = _("People")
    menu_icon = "group"
    menu_order = 580

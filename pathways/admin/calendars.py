"""The four calendars, for administrators: each can be changed, none added or removed."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from pathways.models import CalendarSetting


class ChangeOnly(ModelPermissionPolicy):
    """A migration has made one for each country."""

    def user_has_permission(self, user, action):
        return action in ("change", "view") and super().user_has_permission(user, "change")

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class CalendarViewSet(ModelViewSet):
    model = CalendarSetting
    name = "calendar"
    icon = "calendar-alt"
    menu_label = _("Calendars")
    menu_name = "calendars"
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = [
        Column("country", accessor="get_country_display", label=_("Country")),
        Column("days_off", label=_("Days off by custom")),
        BooleanColumn("saturday_is_weekday", label=_("Saturday is a weekday")),
        BooleanColumn("rolls", label=_("Moves off days on which nobody works")),
    ]

    @property
    def permission_policy(self):
        return ChangeOnly(self.model)

"""Answers of readers, for those who look after the pages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from accounts.admin.people import DayColumn
from pathways.models import StepFeedback


class NothingToAdd(ModelPermissionPolicy):
    """Answers come from readers."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class FeedbackViewSet(ModelViewSet):
    model = StepFeedback
    name = "feedback"
    icon = "comment"
    menu_label = _("Answers of readers")
    menu_name = "feedback"
    menu_order = 165
    add_to_admin_menu = True
    copy_view_enabled = False
    list_per_page = 50
    list_filter = ["seen", "clear", "language"]
    list_display = [
        "title",
        BooleanColumn("clear", label=_("Was clear")),
        Column("text", label=_("What was unclear")),
        DayColumn("day", label=_("Day")),
        BooleanColumn("seen", label=_("Looked at")),
    ]

    @property
    def permission_policy(self):
        return NothingToAdd(self.model)

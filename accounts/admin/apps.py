"""Wagtail's app for users, with the portal's screens."""

from wagtail.users.apps import WagtailUsersAppConfig


class PortalUsersConfig(WagtailUsersAppConfig):
    user_viewset = "accounts.admin.users.PortalUserViewSet"
    group_viewset = "accounts.admin.users.PortalGroupViewSet"

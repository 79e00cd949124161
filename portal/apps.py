from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The site put together: settings, addresses, demo content and the commands that run it."""

    name = "portal"
    verbose_name = "Portal"

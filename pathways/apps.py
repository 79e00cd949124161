from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    """Guidance that editors publish."""

    name = "pathways"
    verbose_name = "Pathways"

    def ready(self):
        from .translation import receivers

        receivers.connect()

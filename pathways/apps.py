from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    """Guidance that editors publish."""

    name = "pathways"
    verbose_name = "Pathways"

    def ready(self):
        from .editions import guard, languages
        from .translation import receivers

        receivers.connect()
        guard.connect()
        languages.connect()

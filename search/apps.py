from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Finding things."""

    name = "search"
    verbose_name = "Search"

    def ready(self):
        from . import keeping

        keeping.connect()

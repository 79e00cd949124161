from django.apps import AppConfig


class CasesConfig(AppConfig):
    """What case workers do: the procedure as work, for members of a team only."""

    name = "cases"
    verbose_name = "Cases"

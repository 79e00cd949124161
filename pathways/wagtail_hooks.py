"""Wagtail looks here for what the guidance adds to its admin."""

from pathways.admin import hooks  # noqa: F401
from pathways.admin.editions import hooks as edition_hooks  # noqa: F401
from pathways.admin.home import hooks as home_hooks  # noqa: F401
from pathways.admin.reports import hooks as report_hooks  # noqa: F401
from pathways.translation import hooks as translation_hooks  # noqa: F401

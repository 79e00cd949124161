"""Wagtail looks here for what the guidance adds to its admin."""

from pathways.admin import hooks  # noqa: F401
from pathways.translation import hooks as translation_hooks  # noqa: F401

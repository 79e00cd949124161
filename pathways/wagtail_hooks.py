"""Wagtail looks here for what the guidance adds to its admin."""

from pathways.admin import hooks  # noqa: F401

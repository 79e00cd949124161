"""Checklist items as work, and the guidance beside them."""

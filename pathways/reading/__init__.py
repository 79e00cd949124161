"""What readers see: plain views made of pages, rendered by templates without queries."""

from .views import context_of, view_of

__all__ = ["context_of", "view_of"]

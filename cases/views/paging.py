"""Pages of a long list."""

from django.core.paginator import Paginator

PER_PAGE = 25


def page_of(request, rows):
    """The page that was asked for, or the nearest one that there is."""
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))

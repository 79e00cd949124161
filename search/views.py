from django.core.paginator import Paginator
from django.shortcuts import render
from wagtail.models import Locale, Page

from pathways.reading.surroundings import languages_of_address

from .query import Query
from .results import Result

PAGE_SIZE = 20


def search(request):
    """Answer with the public pages in the reader's language that match `?q=`, twenty at a time."""
    query = Query.from_raw(request.GET.get("q", ""))
    page = Paginator(_find(query), PAGE_SIZE).get_page(request.GET.get("page"))
    results = [Result.from_page(found, request) for found in page]
    context = {
        "query": query,
        "page_obj": page,
        "results": results,
        "languages": languages_of_address(request, "search:search"),
    }
    return render(request, "search/search.html", context)


def _find(query):
    if not query:
        return Page.objects.none()
    pages = Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=1)
    return pages.specific().search(query.words, operator="and")

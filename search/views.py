"""The search page, what it suggests while somebody types, and what they open."""

import logging

from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from accounts.visibility import reader_of
from pathways.reading.surroundings import languages_of_address
from search.analysis import words_of
from search.asking.correction import did_you_mean
from search.backends.engine import EngineFailure
from search.finding import Found, find
from search.models import IndexState
from search.narrowing import facets_of, languages_of, sorts_of
from search.promoting import promotions_for
from search.query import Query
from search.recording import record, record_opened
from search.results import results_of
from search.suggesting import suggestions

logger = logging.getLogger(__name__)
PAGE_SIZE = 20
FEW = 3


@require_GET
def search(request):
    """Answer with the pages for this reader that match `?q=`, twenty at a time."""
    query = Query.from_request(request.GET, get_language())
    context = {"query": query, "languages": languages_of_address(request, "search:search")}
    if query:
        try:
            context |= _answer(query, request)
        except EngineFailure:
            logger.exception("The search engine does not answer")
            context["is_lost"] = True
    return render(request, "search/search.html", context)


def _answer(query, request):
    reader = reader_of(request)
    found = find(query, reader)
    page = Paginator(found.ids, PAGE_SIZE).get_page(request.GET.get("page"))
    start, stop = max(0, page.start_index() - 1), page.end_index()
    if page.number == 1 and not query.filters:
        record(query, len(found.ids))
    return {
        "page_obj": page,
        "is_small": not found.question,
        "full": found.full,
        "some": len(found.ids) - found.full,
        "results": results_of(found, query, reader, request, start, stop),
        "promotions": promotions_for(query, reader, request) if page.number == 1 else [],
        "facets": facets_of(found, query),
        "other_languages": languages_of(found, query),
        "sorts": sorts_of(query),
        "correction": _correction(found, query),
        "is_whole": IndexState.get().is_whole,
    }


def _correction(found: Found, query):
    """A better spelling, where the one that was typed finds hardly anything."""
    if not found.unknown or found.full > FEW:
        return None
    better = did_you_mean(words_of(query.words), found.unknown, query.own_language)
    return {"words": better, "url": query.address(q=better)} if better else None


@require_GET
def suggest(request):
    """Up to eight titles for `?q=`, as JSON; none where the engine is lost."""
    query = Query.from_raw(request.GET.get("q", ""))
    try:
        titles = suggestions(query.words, get_language(), reader_of(request)) if query else []
    except EngineFailure:
        logger.exception("The search engine does not answer")
        titles = []
    return JsonResponse({"suggestions": titles})


# A beacon of our own page carries no token; it can do nothing but raise a count.
@csrf_exempt
@require_POST
def opened(request):
    """Count that a result was opened."""
    query = Query.from_raw(request.POST.get("q", ""))
    record_opened(query.words, get_language())
    return HttpResponse(status=204)

"""The page that works out dates. It is asked for by GET: the address holds what was asked."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from pathways.models import PathwayPage
from pathways.reading.in_force import read_in_force
from pathways.reading.surroundings import languages_of_address, surroundings

from .view import STEP, deadlines_view


def deadlines(request, key):
    """Of a pathway, or with ``?step=`` of one of its steps."""
    pathways = PathwayPage.objects.live().select_related("locale")
    page = pathways.filter(key=key, locale__language_code=get_language()).first()
    if page is None:
        raise Http404
    if not all(known.accept_request(request) for known in page.get_view_restrictions()):
        return redirect(page.get_url(request))  # which says how to get in
    view = deadlines_view(read_in_force(page), request)
    around = surroundings(page, request)
    keep = {name: value for name, value in request.GET.items() if name in _ASKED and value}
    context = around | {
        "view": view,
        "breadcrumbs": [*around["breadcrumbs"], view.pathway],
        "languages": languages_of_address(
            request,
            "pathways:deadlines",
            key,
            only={version["code"] for version in around["languages"]},
            keep=keep,
        ),
    }
    return render(request, "pathways/deadlines.html", context)


_ASKED = (STEP, "milestone", "day", "time", "country")

"""A pathway's PDF at its address."""

from django.conf import settings
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from pathways.models import PathwayPage

from .address import available
from .making import make
from .mark import mark_of
from .shelf import BeingMade, Shelf, Title

# Somebody who waits holds one of the server's few threads.
PATIENCE_SECONDS = 2
TRY_AGAIN_SECONDS = 5


@require_safe
def pathway_pdf(request, key):
    """The whole pathway in the language of the address; made when it is asked for first."""
    if not available():
        raise Http404
    pathways = PathwayPage.objects.live().public().select_related("locale")
    pathway = get_object_or_404(pathways, key=key, locale__language_code=get_language())
    title = Title(pathway.key, get_language(), mark_of(pathway))
    etag = quote_etag(title.mark)
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged:
        return unchanged
    shelf = Shelf(settings.PDF_ROOT)
    try:
        file = shelf.find(title) or _made(shelf, title, pathway, request)
    except BeingMade as being_made:
        return _try_again(request, pathway, being_made.share)
    return FileResponse(
        file.open("rb"),
        content_type="application/pdf",
        filename=f"{pathway.slug}.pdf",
        headers={"ETag": etag, "Cache-Control": "no-cache"},
    )


def _made(shelf, title, pathway, request):
    file = shelf.keep(
        title, lambda file, tell: make(pathway, request, file, tell), seconds=PATIENCE_SECONDS
    )
    pathways = PathwayPage.objects.live().values_list("key", "locale__language_code")
    shelf.keep_only({f"{key}.{language}" for key, language in pathways})
    return file


def _try_again(request, pathway, share):
    context = {
        "percent": round(share * 100),
        "again": request.path,
        "pathway": {"title": pathway.title, "url": pathway.get_url(request)},
    }
    response = render(request, "pathways/pdf/being_made.html", context, status=503)
    response["Retry-After"] = TRY_AGAIN_SECONDS
    response["Cache-Control"] = "no-store"
    return response

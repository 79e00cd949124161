"""Where a page stands: what is above it, and which languages it exists in."""

from urllib.parse import urlencode

from django.conf import settings
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language, override
from wagtail.models import Page

from accounts.visibility import reader_of
from accounts.visibility.note import readers_note
from pathways.preview.drawing import HEIGHT, WIDTH

from .changes import feed_title, feed_url
from .links import link_to


def surroundings(page, request, keep="") -> dict:
    """What stands around a page.

    ``breadcrumbs`` from the front page down, ``languages`` in the portal's order, ``feed`` of the
    pathway that the page belongs to (or None), ``preview`` for whoever shares the address, and
    a ``note`` on a page that is not for everybody.

    :param keep: what the switcher carries to the other languages; absolute addresses stay bare.
    """
    above = [page.path[:end] for end in range(2 * page.steplen, len(page.path), page.steplen)]
    around = Q(path__in=above) | Q(translation_key=page.translation_key, live=True)
    pages = Page.objects.filter(around).annotate(pathway_key=F("pathwaypage__key"))
    found = list(pages.select_related("locale").order_by("path"))
    language = page.locale.language_code
    versions = {
        version.locale.language_code: version
        for version in found
        if version.translation_key == page.translation_key
    }
    pathway = next(
        (p for p in found if p.pathway_key and (p.path in above or p.pk == page.pk)), None
    )
    told_to_all = pathway and reader_of(request).as_public.may_read(pathway)
    return {
        "feed": _feed(pathway) if told_to_all else None,
        "preview": _preview(pathway if told_to_all else None, request),
        "note": readers_note(page, request),
        "breadcrumbs": [link_to(p, request, language) for p in found if p.path in above],
        "languages": [
            {
                "code": code,
                "name": name,
                "url": versions[code].get_url(request) + keep,
                "absolute_url": request.build_absolute_uri(versions[code].get_url(request)),
                "current": versions[code].pk == page.pk,
            }
            for code, name in settings.WAGTAIL_CONTENT_LANGUAGES
            if code in versions
        ],
    }


def _feed(pathway):
    return {"title": feed_title(pathway.title), "url": feed_url(pathway.pathway_key)}


def _preview(pathway, request):
    """A picture of the pathway's line, or of the portal's sign where there is no pathway."""
    args = [pathway.pathway_key] if pathway else []
    return {
        "url": request.build_absolute_uri(reverse("pathways:preview", args=args)),
        "title": pathway.title if pathway else "",
        "width": WIDTH,
        "height": HEIGHT,
    }


def languages_of_address(request, name, *args, only=None, keep=None) -> list[dict]:
    """The languages of an address that is no page of the tree; what was asked for stays.

    :param only: codes of the languages that have it; all of the portal's if not given.
    :param keep: what the switcher carries over, where absolute addresses stay bare.
    """
    asked = request.GET.urlencode() if keep is None else urlencode(keep)
    asked = f"?{asked}" if asked else ""
    choices = []
    for code, label in settings.WAGTAIL_CONTENT_LANGUAGES:
        if only is None or code in only:
            with override(code):
                address = reverse(name, args=args)
            choices.append(
                {
                    "code": code,
                    "name": label,
                    "url": address + asked,
                    "absolute_url": request.build_absolute_uri(
                        address if keep is not None else address + asked
                    ),
                    "current": code == get_language(),
                }
            )
    return choices

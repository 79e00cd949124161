"""What lies near an address that has no page."""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Page, Site

from accounts.visibility import reader_of
from pathways.reading.links import Link, link_to

LONGEST = 2000


@dataclass(frozen=True)
class Nearby:
    """Ways on: the page in the languages that have it, and the closest page above it."""

    versions: list[Link] = field(default_factory=list)
    above: Link | None = None


def nearby(request) -> Nearby:
    """Pages that the reader may have meant, in two queries.

    ``/fi/arbejdsgange/x/`` leads to the Danish page and to its translations;
    ``/da/arbejdsgange/nothing/`` to the list that it would stand in.
    """
    site = Site.find_for_request(request)
    # A database of PostgreSQL does not even compare with a zero byte.
    parts = [part for part in request.path_info.replace("\0", "").split("/") if part]
    if site is None or not parts or len(request.path_info) > LONGEST:
        return Nearby()
    roots = list(
        site.root_page.get_translations(inclusive=True).select_related("locale").order_by("path")
    )
    tails = {tuple(parts), tuple(parts[1:])} - {()}
    wanted = {
        f"{root.url_path}{'/'.join(tail[:end])}/": len(tail) - end
        for root in roots
        for tail in tails
        for end in range(len(tail), 0, -1)
    }
    below = reduce(or_, (Q(path__startswith=root.path) for root in roots))
    readable = reader_of(request).readable(Page.objects.live().filter(below))
    found = list(readable.filter(url_path__in=wanted).select_related("locale"))
    exact = [page for page in found if wanted[page.url_path] == 0]
    if exact:
        return Nearby(versions=_versions(readable, exact, request))
    language = get_language()
    own = [page for page in found if page.locale.language_code == language] or found
    closest = min(own, key=lambda page: wanted[page.url_path], default=None)
    return Nearby(above=link_to(closest, request, language) if closest else None)


def _versions(readable, pages, request):
    """The reader's own language first, if the page has been translated into it."""
    language = get_language()
    keys = {page.translation_key for page in pages}
    versions = readable.filter(translation_key__in=keys).select_related("locale").order_by("path")
    return sorted(
        (link_to(page, request, language) for page in versions), key=lambda link: bool(link.lang)
    )

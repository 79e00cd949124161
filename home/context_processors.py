"""The way around the portal, on every page."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Page

from accounts.visibility import reader_of
from home.models import InformationPage
from pathways.reading.links import Link, closest_version, link_to

FRONT, LISTS = 2, 3


@dataclass(frozen=True)
class Navigation:
    """The main menu and what stands beside and below it."""

    home: Link
    menu: list[Link]
    search_url: str
    glossary: Link
    readers: list[Link]
    about: list[Link]
    fronts: list[Link]


def navigation(request):
    """``navigation``, made only where a template asks for it."""
    return {"navigation": SimpleLazyObject(lambda: _navigation(request))}


def _navigation(request):
    language = get_language()
    wanted = Q(locale__language_code=language) | Q(informationpage__isnull=False)
    pages = Page.objects.live().filter(Q(depth=FRONT) | Q(wanted, depth=LISTS))
    pages = pages.annotate(purpose=F("informationpage__purpose"))
    pages = reader_of(request).readable(pages).select_related("locale").order_by("path")
    fronts = {page.locale.language_code: page for page in pages if page.depth == FRONT}
    home = fronts.get(language)
    found = _for_readers(pages, request, language)
    return Navigation(
        home=Link(home.title, home.get_url(request)) if home else Link(_("Front page"), "/"),
        menu=[_menu_link(page, request) for page in pages if _is_in_menu(page, language)],
        search_url=reverse("search:search"),
        glossary=Link(_("Words explained"), reverse("pathways:glossary")),
        readers=[found[p] for p in InformationPage.READERS if p in found],
        about=[found[p] for p in InformationPage.ABOUT if p in found],
        fronts=[
            _front(fronts[code], code, request)
            for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
            if code in fronts and code != language
        ],
    )


def _for_readers(pages, request, language):
    """Links to pages for readers by purpose, in the closest language that they exist in."""
    versions = defaultdict(dict)
    for page in pages:
        if page.purpose:
            versions[page.purpose][page.locale.language_code] = page
    return {
        purpose: link_to(closest_version(found, language), request, language)
        for purpose, found in versions.items()
    }


def _is_in_menu(page, language):
    """Lists are; a page for readers only if its editor wants it there."""
    if page.depth != LISTS or page.locale.language_code != language:
        return False
    return page.show_in_menus or not page.purpose


def _menu_link(page, request):
    url = page.get_url(request)
    return Link(page.title, url, current=request.path.startswith(url))


def _front(page, code, request):
    with override(code):
        return Link(_("Front page"), page.get_url(request), lang=code)

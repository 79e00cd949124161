"""The way around the portal, on every page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from pathways.reading.links import Link


@dataclass(frozen=True)
class Navigation:
    """The main menu and what stands beside it."""

    home: Link
    menu: list[Link]
    search_url: str
    glossary: Link


def navigation(request):
    """``navigation``, made only where a template asks for it."""
    return {"navigation": SimpleLazyObject(lambda: _navigation(request))}


def _navigation(request):
    language = get_language()
    pages = Page.objects.live().filter(depth__in=(2, 3), locale__language_code=language)
    links = [
        Link(
            title=page.title,
            url=page.get_url(request),
            current=page.depth == 3 and request.path.startswith(page.get_url(request)),
        )
        for page in pages.order_by("path")
    ]
    return Navigation(
        home=links[0] if links else Link(_("Front page"), "/"),
        menu=links[1:],
        search_url=reverse("search:search"),
        glossary=Link(_("Words explained"), reverse("pathways:glossary")),
    )

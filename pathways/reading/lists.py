"""Lists of pages, each in the reader's language where it exists in it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.visibility import reader_of
from pathways.models import PathwayPage

from .glyph import Glyph, glyphs
from .links import Link, closest_version, link_to
from .pathway import facts


@dataclass(frozen=True)
class Card:
    """A page in a list; a pathway has its line in small, with its length in words beside it."""

    link: Link
    summary: str
    facts: list[str]
    glyph: Glyph | None = None


@dataclass(frozen=True)
class IndexView:
    """A list with its heading."""

    title: str
    intro: str
    cards: list[Card]
    name_only: list[Card]
    comparison: Link | None

    @property
    def summary(self):
        return self.intro


def cards(model, request, language) -> list[Card]:
    """All live pages of a kind, apart from pathways of which only the name is known.

    What is missing in the language comes in another.
    """
    known = [page for page in listed(model, request, language) if not bare(page)]
    return _cards(known, request, language)


def listed(model, request, language) -> list:
    """All live pages of a kind that the reader may see, each once: in the language or another."""
    pages = reader_of(request).readable(model.objects.live())
    versions = {}
    for page in pages.select_related("locale").order_by("path").defer_streamfields():
        versions.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return [closest_version(found, language) for found in versions.values()]


def bare(page):
    """Whether the source gives only the name of a pathway."""
    return getattr(page, "name_only", False)


def _cards(pages, request, language):
    drawn = glyphs([page for page in pages if isinstance(page, PathwayPage) and not bare(page)])
    return [
        Card(
            link_to(page, request, language),
            page.summary,
            facts(drawn[page.pk].steps, drawn[page.pk].phases) if page.pk in drawn else [],
            drawn.get(page.pk),
        )
        for page in pages
    ]


def index_view(page, request) -> IndexView:
    """The view of a list page: the kind of page that may stand below it."""
    model = page.allowed_subpage_models()[0]
    language = page.locale.language_code
    pages = listed(model, request, language)
    known = _cards([shown for shown in pages if not bare(shown)], request, language)
    name_only = _cards([shown for shown in pages if bare(shown)], request, language)
    comparison = None
    if model is PathwayPage and len(known) > 1:
        comparison = Link(_("See the pathways side by side"), reverse("pathways:comparison"))
    return IndexView(page.title, page.intro, known, name_only, comparison)

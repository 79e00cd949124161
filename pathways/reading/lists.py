"""Lists of pages, each in the reader's language where it exists in it."""

from dataclasses import dataclass

from .links import Link, link_to


@dataclass(frozen=True)
class Card:
    """A page in a list."""

    link: Link
    summary: str
    facts: list[str]


@dataclass(frozen=True)
class IndexView:
    """A list with its heading."""

    title: str
    intro: str
    cards: list[Card]

    @property
    def summary(self):
        return self.intro


def cards(model, request, language) -> list[Card]:
    """All live pages of a kind. What is missing in the language comes in another."""
    pages = model.objects.live().public().select_related("locale").order_by("path")
    pages = pages.defer_streamfields()
    versions = {}
    for page in pages:
        versions.setdefault(page.translation_key, {})[page.locale.language_code] = page
    shown = [found.get(language) or next(iter(found.values())) for found in versions.values()]
    return [Card(link_to(page, request, language), page.summary, []) for page in shown]


def index_view(page, request) -> IndexView:
    """The view of a list page: the kind of page that may stand below it."""
    model = page.allowed_subpage_models()[0]
    language = page.locale.language_code
    return IndexView(page.title, page.intro, cards(model, request, language))

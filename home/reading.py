"""The front page for readers."""

from dataclasses import dataclass

from pathways.models import ArticlePage, DocumentTemplatePage, MethodPage, PathwayPage
from pathways.reading.lists import Card, cards


@dataclass(frozen=True)
class FrontView:
    """What the portal holds."""

    title: str
    lead: str
    pathways: list[Card]
    methods: list[Card]
    templates: list[Card]
    articles: list[Card]

    @property
    def summary(self):
        return self.lead


def front_view(page, request) -> FrontView:
    """The view of the front page."""
    language = page.locale.language_code
    return FrontView(
        title=page.title,
        lead=page.lead,
        pathways=cards(PathwayPage, request, language),
        methods=cards(MethodPage, request, language),
        templates=cards(DocumentTemplatePage, request, language),
        articles=cards(ArticlePage, request, language),
    )

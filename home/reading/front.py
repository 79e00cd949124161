"""The front page for readers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Page

from accounts.visibility import reader_of
from home.models import InformationPage
from pathways.models import (
    ArticleIndexPage,
    ArticlePage,
    DocumentTemplatePage,
    MethodIndexPage,
    MethodPage,
    PathwayPage,
    TemplateIndexPage,
)
from pathways.reading.links import Link, link_to
from pathways.reading.lists import Card, cards

from .changes import DayOfChanges, latest_changes
from .ways import Way, ways

MOST = 6
LISTS = {
    MethodIndexPage: MethodPage,
    TemplateIndexPage: DocumentTemplatePage,
    ArticleIndexPage: ArticlePage,
}


@dataclass(frozen=True)
class Shelf:
    """A list of the portal with its first pages."""

    name: str
    link: Link
    cards: list[Card]
    total: int

    @property
    def more(self):
        """Words of the link to all of them, where not all are shown."""
        return (
            _("Show all %(count)s") % {"count": self.total} if self.total > len(self.cards) else ""
        )


@dataclass(frozen=True)
class FrontView:
    """Where everybody starts."""

    title: str
    lead: str
    ways: list[Way]
    pathways: list[Card]
    changes: list[DayOfChanges]
    shelves: list[Shelf]

    @property
    def summary(self):
        return self.lead


def front_view(page, request) -> FrontView:
    """The view of the front page."""
    language = page.locale.language_code
    found = ways(request, language)
    return FrontView(
        title=page.title,
        lead=page.lead,
        ways=[found[purpose] for purpose in InformationPage.READERS if purpose in found],
        pathways=_own_first(cards(PathwayPage, request, language)),
        changes=latest_changes(request, language),
        shelves=_shelves(page, request, language),
    )


def _shelves(home, request, language):
    """The lists below the front page that hold something."""
    lists = reader_of(request).readable(Page.objects.child_of(home).live())
    lists = lists.type(*LISTS).select_related("locale")
    shelves = []
    for index in lists.order_by("path"):
        model = LISTS[index.cached_content_type.model_class()]
        found = _own_first(cards(model, request, language))
        if found:
            shelves.append(
                Shelf(
                    name=model._meta.model_name,
                    link=link_to(index, request, language),
                    cards=found[:MOST],
                    total=len(found),
                )
            )
    return shelves


def _own_first(found):
    """What is in the reader's language before what is offered in another."""
    return sorted(found, key=lambda card: bool(card.link.lang))

"""What the views of all guidance pages share."""

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from .blocks import block_views, rich_texts
from .links import LANGUAGE_NAMES, PageLinks
from .origins import origin_of
from .pages import pages_of
from .places import Places
from .terms import ExplainedTexts


@dataclass(frozen=True)
class Review:
    """When the page was last checked, by which role, and when it is due again."""

    on: date | None
    by_role: str
    next: date | None

    @property
    def late(self):
        """Whether the day of the next check has passed."""
        return bool(self.next) and self.next < localdate()


@dataclass(frozen=True)
class ProvenanceView:
    """The published document behind a page."""

    title: str
    publisher: str
    published: str
    lang: str
    language_name: str
    cut: str


class Reading:
    """One page being read: its language and the links that its view needs."""

    def __init__(self, page, request):
        self.page, self.request = page, request
        self.pages = pages_of(page)
        self.language = page.locale.language_code
        self.links = PageLinks(request, self.language, origin_of(page), self.pages)
        self.links.want_in(*self.rich_texts(page.sources))
        self.texts = ExplainedTexts(self.links, self.language, self.pages)
        if hasattr(page, "body"):
            self.links.want_in(*self.rich_texts(page.body))

    def rich_texts(self, stream):
        """Those that the reader gets."""
        return rich_texts(stream, self.links.reader)

    def common(self):
        """Arguments that every view takes."""
        page = self.page
        return {
            "key": page.key,
            "title": page.title,
            "lang": self.language,
            "summary": page.summary,
            "blocks": block_views(page.body, self.texts),
            "explained": self.texts.explained,  # grows with every text that is expanded
            "sources": block_views(page.sources, self.links),
            "review": Review(page.reviewed_on, page.reviewed_by, page.review_by),
        }

    def provenance(self):
        """The whole source of the page, or None."""
        page = self.page
        if not page.source_title:
            return None
        return ProvenanceView(
            title=page.source_title,
            publisher=page.source_publisher,
            published=page.source_published,
            lang=page.source_language,
            language_name=LANGUAGE_NAMES.get(page.source_language, page.source_language),
            cut=page.source_cut,
        )

    def pathway(self):
        """The pathway that a phase or step stands in.

        :raises PathwayPage.DoesNotExist: in a tree that has none.
        """
        return self.pages.pathway_of(self.page)

    def places(self):
        """Where the page is used, as arguments of a view."""
        places = Places(self.page, self.request, self.language)
        return {"places": places.all(), "came_from": places.came_from()}

"""What the views of all guidance pages share."""

from dataclasses import dataclass
from datetime import date

from pathways.models import ChecklistItem, PathwayPage

from .blocks import block_views, rich_texts
from .links import LANGUAGE_NAMES, Link, PageLinks, link_to


@dataclass(frozen=True)
class Review:
    """When the page was last checked, by which role, and when it is due again."""

    on: date | None
    by_role: str
    next: date | None


@dataclass(frozen=True)
class ProvenanceView:
    """The published document behind a page."""

    title: str
    publisher: str
    published: str
    language_name: str
    cut: str


class Reading:
    """One page being read: its language and the links that its view needs."""

    def __init__(self, page, request):
        self.page, self.request = page, request
        self.language = page.locale.language_code
        self.links = PageLinks(request, self.language)
        self.links.want_in(*rich_texts(page.sources))
        if hasattr(page, "body"):
            self.links.want_in(*rich_texts(page.body))

    def common(self):
        """Arguments that every view takes."""
        page = self.page
        return {
            "key": page.key,
            "title": page.title,
            "lang": self.language,
            "summary": page.summary,
            "blocks": block_views(page.body, self.links),
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
            language_name=LANGUAGE_NAMES.get(page.source_language, page.source_language),
            cut=page.source_cut,
        )

    def pathway(self):
        """The pathway that a phase or step stands in.

        :raises PathwayPage.DoesNotExist: in a tree that has none.
        """
        return PathwayPage.objects.ancestor_of(self.page).select_related("locale").get()

    def used_in(self):
        """Links to the steps whose checklists lead to this page, by step key."""
        items = list(
            ChecklistItem.objects.filter(
                guidance__translation_key=self.page.translation_key,
                page__locale_id=self.page.locale_id,
                page__live=True,
            )
            .select_related("page__locale")
            .order_by("page__path", "sort_order")
        )
        pathways = (
            list(PathwayPage.objects.filter(locale_id=self.page.locale_id, live=True))
            if items
            else []
        )
        links = {}
        for item in items:
            context = next((p.title for p in pathways if item.page.is_descendant_of(p)), "")
            link = link_to(item.page, self.request, self.language, context=context)
            links.setdefault(item.page.key, (link, item.key))
        return links

    def came_from(self, used_in) -> Link | None:
        """Back to the checklist item that led here. A made-up address gives None."""
        found = used_in.get(self.request.GET.get("from", ""))
        if not found:
            return None
        link, item_key = found
        return Link(title=link.title, url=f"{link.url}#item-{item_key}", lang=link.lang)

    def guidance_fields(self):
        """Where the page is used, as arguments of a view."""
        used_in = self.used_in()
        return {
            "used_in": [link for link, _key in used_in.values()],
            "came_from": self.came_from(used_in),
        }

"""What changed lately, day by day, for the front page.

A first import publishes a hundred pages at once: pages of one pathway, and pages of one kind,
that were published on the same day are told together. Where an edition came into force on that
day, it is told instead.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import Page

from accounts.visibility import reader_of
from pathways.models import (
    ArticlePage,
    DocumentTemplatePage,
    MethodPage,
    PathwayPage,
    PhasePage,
    StepPage,
)
from pathways.reading.changes import AT_ONCE
from pathways.reading.links import Link, link_to
from pathways.reading.released import released_lately

MOST_PAGES = 300
MOST_LINES = 6
STEPLEN = Page.steplen
DEPTH_OF_PATHWAYS = 4


@dataclass(frozen=True)
class ChangeLine:
    """One page, or how many pages of what."""

    link: Link
    about: str
    count: int
    is_new: bool
    edition: str = ""


@dataclass(frozen=True)
class DayOfChanges:
    """A day on which something was published."""

    on: date
    lines: list[ChangeLine]


def latest_changes(request, language) -> list[DayOfChanges]:
    """The last days, at most `MOST_LINES` lines in all; five queries."""
    kinds = (PathwayPage, PhasePage, StepPage, MethodPage, DocumentTemplatePage, ArticlePage)
    pages = reader_of(request).readable(Page.objects.live()).type(*kinds).select_related("locale")
    pages = pages.filter(locale__language_code=language, last_published_at__isnull=False)
    newest = list(pages.order_by("-last_published_at", "path")[:MOST_PAGES])
    groups = defaultdict(list)
    for page in newest:
        day = timezone.localdate(page.last_published_at)
        groups[day, page.path[: DEPTH_OF_PATHWAYS * STEPLEN], _kind(page)].append(page)
    merged = _merge_kinds(groups)
    lines = _editions(request, language)
    tops = _tops(merged)
    for (day, top), found in merged.items():
        lines.setdefault((day, top), _line(found, tops.get(top), request, language))
    newest = sorted(lines, key=lambda place: place[0], reverse=True)[:MOST_LINES]
    days = defaultdict(list)
    for day, top in newest:
        days[day].append(lines[day, top])
    return [DayOfChanges(day, told) for day, told in days.items()]


def _editions(request, language):
    """What came into force lately, by day and by the pathway's place in the tree."""
    released = released_lately(MOST_LINES)
    pages = reader_of(request).readable(PathwayPage.objects.live())
    pages = pages.filter(
        locale__language_code=language, key__in={found.edition.key for found in released}
    )
    pathways = {page.key: page for page in pages.select_related("locale").defer_streamfields()}
    lines = {}
    for found in released:
        page = pathways.get(found.edition.key)
        if page:
            link = replace(link_to(page, request, language), url=found.url)
            place = timezone.localdate(found.on), page.path
            lines.setdefault(place, ChangeLine(link, "", 1, False, found.title))
    return lines


def _kind(page):
    kind = page.cached_content_type.model_class()
    return PathwayPage if kind in (PathwayPage, PhasePage, StepPage) else kind


def _merge_kinds(groups):
    """Pages outside pathways stand under their list, so they are told with those beside them."""
    merged = defaultdict(list)
    for (day, top, kind), pages in groups.items():
        merged[day, top if kind is PathwayPage else top[:-STEPLEN]] += pages
    return merged


def _tops(merged):
    paths = [top for (_day, top), pages in merged.items() if len(pages) > 1]
    found = Page.objects.filter(path__in=paths).select_related("locale")
    return {page.path: page for page in found}


def _line(pages, top, request, language):
    shown = top if len(pages) > 1 and top else pages[0]
    return ChangeLine(
        link=link_to(shown, request, language),
        about=capfirst(str(pages[0].page_type_display_name)) if len(pages) == 1 else "",
        count=len(pages),
        is_new=all(p.last_published_at - p.first_published_at < AT_ONCE for p in pages),
    )

"""What a reader sees of the pages that were found."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from wagtail.models import Page

from pathways.reading.links import LANGUAGE_NAMES
from search.models import Entry
from search.snippets import Highlighter, Inside, inside, snippet


@dataclass(frozen=True)
class Result:
    """One of the list. ``where``: titles of what it stands in, such as pathway and phase."""

    id: int
    title: str
    marked_title: SafeString
    url: str
    type_label: str
    lang: str
    language_name: str
    where: list[str]
    snippet: SafeString
    inside: list[Inside] = field(default_factory=list)


def results_of(found, query, reader, request, start, stop) -> list[Result]:
    """The results from ``start`` to ``stop``, without what has gone or is not for this reader."""
    ids = found.ids[start:stop]
    entries = Entry.objects.in_bulk(ids)
    entries = [entries[pk] for pk in ids if pk in entries]
    wanted = [entry.object_id for entry in entries]
    pages = Page.objects.live().filter(pk__in=wanted).select_related("locale")
    pages = {str(page.pk): page for page in pages if reader.may_read(page)}
    titles = _titles_above(pages.values())
    highlighters = {
        code: Highlighter(found.question, code) for code in {entry.language for entry in entries}
    }
    return [
        _result(pages[entry.object_id], entry, query, reader, request, highlighters, titles)
        for entry in entries
        if entry.object_id in pages
    ]


def _result(page, entry, query, reader, request, highlighters, titles):
    highlighter = highlighters[entry.language]
    passages = [each for each in entry.passages if reader.is_staff or not each[2]]
    lines = inside(passages, highlighter)
    shown = {line.anchor for line in lines}
    rest = [each for each in passages if not each[1] or each[1] not in shown]
    code = page.locale.language_code
    return Result(
        id=page.pk,
        title=page.title,
        marked_title=highlighter.mark(page.title),
        url=page.get_url(request),
        type_label=str(page.page_type_display_name),
        lang="" if code == query.own_language else code,
        language_name=LANGUAGE_NAMES.get(code, code),
        where=[titles[path] for path in _above(page) if path in titles],
        snippet=snippet(rest, highlighter) or _summary(passages),
        inside=lines,
    )


def _summary(passages):
    """What stands first on the page, where only its title or its checklist were found."""
    return next((text for text, anchor, _staff in passages if not anchor), "")[:220]


def _above(page):
    return [page.path[:end] for end in range(4 * page.steplen, len(page.path), page.steplen)]


def _titles_above(pages):
    paths = {path for page in pages for path in _above(page)}
    if not paths:
        return {}
    return dict(Page.objects.filter(path__in=paths).values_list("path", "title"))

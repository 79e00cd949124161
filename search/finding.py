"""What was found: narrowed down, counted and put in order, the same for every engine."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import lru_cache

from django.contrib.contenttypes.models import ContentType
from modelsearch.backends import get_search_backend

from search.asking.question import Question
from search.asking.reader import reader_question
from search.models import Entry
from search.query import ALL_LANGUAGES, FILTERS

PAGES = "wagtailcore.page"
FEW = 10


@dataclass(frozen=True)
class Found:
    """Entries in order, counts by facet and by language.

    ``full``: how many of them have the words; the others, which follow, have only some.
    """

    question: Question
    ids: list[int] = field(default_factory=list)
    facets: dict[str, Counter] = field(default_factory=dict)
    languages: Counter = field(default_factory=Counter)
    unknown: tuple[str, ...] = ()
    full: int = 0


def find(query, reader) -> Found:
    """Everything that a reader may see and that meets the query.

    :raises EngineFailure: when the engine does not answer.
    """
    asked = reader_question(query.words, query.own_language, staff=reader.is_staff)
    if not asked.question:
        return Found(asked.question)
    rows = _rows(asked.question, reader)
    full = _narrowed(rows, query)
    found = replace(full, full=len(full.ids))
    # Decided without what narrows down, or counts would not be those that come.
    everything = sum(row.language == query.language for row in rows)
    if everything < FEW and asked.wide != asked.question:
        found = _widened(asked.wide, reader, query, full)
    return replace(found, question=asked.wide, unknown=asked.unknown)


def _widened(question, reader, query, full):
    """What has all the words, then what has some: few results are not the end of the way."""
    wide = _narrowed(_rows(question, reader), query)
    first = set(full.ids)
    if query.sort != "relevance":
        return replace(wide, full=len(first))
    ids = [*full.ids, *(pk for pk in wide.ids if pk not in first)]
    return replace(wide, ids=ids, full=len(first))


def _rows(question, reader):
    rows = get_search_backend().engine.rows(question, PAGES)
    return [row for row in rows if row.live and not row.path.startswith(reader.closed)]


def _narrowed(rows, query):
    """Count each facet within what the other filters leave, so that one can switch."""
    alike = defaultdict(list)
    for row in rows:
        alike[row.content_type, row.language, row.facets].append(row)
    kept, facets, languages = [], defaultdict(Counter), Counter()
    for (content_type, language, text), group in alike.items():
        values = {"type": (_kind(content_type),), **_facets(text)}
        missed = {n for n, wanted in query.filters.items() if wanted not in values.get(n, ())}
        is_wanted = query.language in (ALL_LANGUAGES, language)
        if not missed:
            languages[language] += len(group)
        if is_wanted:
            for name in FILTERS:
                if missed <= {name}:
                    for value in values.get(name, ()):
                        facets[name][value] += len(group)
            if not missed:
                kept += group
    return Found(Question((), 0), _in_order(kept, query), dict(facets), languages)


def _in_order(rows, query):
    own = query.own_language
    if query.sort == "relevance":
        rows.sort(key=lambda r: (-round(r.score + r.prior / 20, 4), r.language != own, r.entry))
        return [row.entry for row in rows]
    order = "title" if query.sort == "title" else "-changed_at"
    ids = {row.entry for row in rows}
    return [
        pk for pk in Entry.objects.order_by(order, "pk").values_list("pk", flat=True) if pk in ids
    ]


@lru_cache(maxsize=4096)
def _facets(text):
    values = defaultdict(list)
    for line in text.splitlines():
        name, _colon, value = line.partition(":")
        values[name].append(value)
    return dict(values)


def _kind(content_type):
    return ContentType.objects.get_for_id(content_type).model

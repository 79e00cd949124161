"""Titles that go on from what has been typed so far."""

from modelsearch.backends import get_search_backend

from search.asking.plain import beginnings
from search.finding import PAGES
from search.models import Entry

MOST = 8


def suggestions(text, language, reader) -> list[str]:
    """Titles of pages in a language that have words which begin so, the shortest first.

    :raises EngineFailure: when the engine does not answer.
    """
    question = beginnings(text, "and")
    if not question:
        return []
    rows = [
        row
        for row in get_search_backend().engine.rows(question, PAGES)
        if row.live and row.language == language and not row.path.startswith(reader.closed)
    ]
    rows.sort(key=lambda row: (-row.prior, row.entry))
    titles = dict(
        Entry.objects.filter(pk__in=[row.entry for row in rows[: 2 * MOST]]).values_list(
            "pk", "title"
        )
    )
    return list(dict.fromkeys(titles[row.entry] for row in rows if row.entry in titles))[:MOST]

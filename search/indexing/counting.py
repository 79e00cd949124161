"""Counts of words in pages that everybody may read, and the state of the index."""

import time
from collections import Counter

from django.db import connection, transaction
from django.utils.timezone import now

from search.analysis import analyse, words_of
from search.models import Entry, IndexState, Word

LONGEST = 100
_CHANGE = """
INSERT INTO search_word (language, word, main, pages) VALUES {rows}
ON CONFLICT (language, word) DO UPDATE SET pages = search_word.pages + EXCLUDED.pages
"""
_begun = {}


def change(before, after):
    """Count what stood in an entry before off, and what stands there now on."""
    counts = Counter()
    for entry, step in ((before, -1), (after, 1)):
        if entry is not None and entry.words_counted:
            for word in _words(entry):
                counts[entry.language, word] += step
    _store({key: count for key, count in counts.items() if count})


def begin():
    """The index is being built anew."""
    IndexState.objects.update_or_create(pk=1, defaults={"building": True})
    _begun["at"] = time.monotonic()


def finish(version):
    """It is whole: count all words anew, and say when and how long it took."""
    recount()
    seconds = time.monotonic() - _begun.pop("at", time.monotonic())
    pages = Entry.objects.filter(root="wagtailcore.page").count()
    values = {"version": version, "building": False, "pages": pages, "seconds": seconds}
    IndexState.objects.update_or_create(pk=1, defaults={**values, "built_at": now()})


@transaction.atomic
def recount():
    """Count from the entries, so that no slip of a count stays for ever."""
    counts = Counter()
    for entry in Entry.objects.filter(words_counted=True).iterator():
        counts.update((entry.language, word) for word in _words(entry))
    clear()
    _store(counts)


def clear():
    """Forget all counts."""
    Word.objects.all().delete()


def _words(entry):
    """The words of an entry that everybody may read, and the empty one for the page itself."""
    texts = [entry.title, *(text for text, _anchor, staff in entry.passages if not staff)]
    words = {word for text in texts for word in words_of(text) if len(word) <= LONGEST}
    return {"", *words}


def _store(counts):
    rows = []
    for (language, word), count in sorted(counts.items()):
        analysis = analyse(word, language) if word else None
        if word == "" or analysis:
            rows.append((language, word, analysis.main[:LONGEST] if analysis else "", count))
    with connection.cursor() as cursor:
        for start in range(0, len(rows), 200):
            chunk = rows[start : start + 200]
            marks = ", ".join(["(%s, %s, %s, %s)"] * len(chunk))
            cursor.execute(_CHANGE.format(rows=marks), [value for row in chunk for value in row])

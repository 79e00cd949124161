"""`make bench`: stock search and ours side by side, on the same pages, in the same run.

Not a test: nothing here can fail. Sizes are 1,000 and, with ``--full-size``, 10,000 pages.
"""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import replace

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from modelsearch.backends import get_search_backend
from wagtail.models import Locale, Page

from accounts.visibility import public_reader
from portal.settings.environment import BASE_DIR
from search.finding import find
from search.query import Query
from search.suggesting import suggestions
from tests.search.judging import (
    LANGUAGES,
    add_distractors,
    distractors,
    index_again,
    name_of,
    ndcg,
    read,
    recall,
)

EVERYBODY = public_reader()
STOCK = "wagtail.search.backends.database"
TYPED = ["a", "op", "sam", "plan", "kontakt", "asi"]


def ours(words, language):
    query = replace(Query.from_raw(words), own_language=language, language=language)
    return find(query, EVERYBODY)


def stock(words, language):
    locale = Locale.objects.get_for_language(language)
    pages = Page.objects.live().filter(locale=locale, depth__gt=1)
    return list(get_search_backend(STOCK).search(words, pages, operator="and")[:10])


def timed(function, arguments):
    """Median and worst, in milliseconds, of one call each."""
    times = []
    for each in arguments:
        begun = time.perf_counter()
        function(*each)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times), max(times)


def judged(top_ten):
    """Recall@10 and nDCG@10 over all languages."""
    recalls, gains = [], []
    for language in LANGUAGES:
        for question in read(language):
            found = top_ten(question["query"], language)
            recalls.append(recall(found, question["right"]))
            gains.append(ndcg(found, question["right"]))
    return statistics.mean(recalls), statistics.mean(gains)


def our_top(words, language):
    from search.models import Entry

    ids = ours(words, language).ids[:10]
    keys = dict(Entry.objects.filter(pk__in=ids).values_list("pk", "object_id"))
    pages = Page.objects.specific().in_bulk([int(keys[pk]) for pk in ids])
    return [name_of(pages[int(keys[pk])]) for pk in ids]


def stock_top(words, language):
    return [name_of(page.specific) for page in stock(words, language)]


WORKER = """
import django
django.setup()
from search.analysis import analyse
def memory():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6
before = memory()
for language in ("nb", "da", "fi", "en"):
    for word in "samtaleguide oppfølgingsplan työparilla meetings".split():
        analyse(word, language)
print(memory() - before)
"""


def grown():
    """Megabytes by which a worker grows with its first questions: the dictionaries."""
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    command = [sys.executable, "-c", WORKER]
    return float(subprocess.check_output(command, env=environ, cwd=BASE_DIR, text=True))


def index_bytes():
    """What the index takes in the database: entries, words and terms."""
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT SUM(pgsize) FROM dbstat WHERE name LIKE 'search_%'")
        return cursor.fetchone()[0]


def test_side_by_side(demo, request, capsys):
    questions = [(q["query"], language) for language in LANGUAGES for q in read(language)]
    typed = [(text, language) for language in LANGUAGES for text in TYPED]
    per_round = sum(len(list(distractors(language))) for language in LANGUAGES)
    sizes = [1_000, 10_000] if request.config.getoption("--full-size") else [1_000]
    lines, rounds = [], 0

    def say(what, stocks, own):
        lines.append(f"| {what} | {stocks} | {own} |")

    for size in sizes:
        while Page.objects.count() < size:
            times = max(1, (size - Page.objects.count()) // per_round)
            add_distractors(times=times, first=rounds)
            rounds += times
        pages = Page.objects.count()
        index_with_stock()
        begun = time.perf_counter()
        index_again()
        seconds = time.perf_counter() - begun
        timed(ours, questions)  # as a worker that has been asked before
        say("pages", pages, pages)
        own, worst = timed(ours, questions)
        theirs, their_worst = timed(stock, questions if size < 5_000 else questions[:12])
        say("search, median", f"{theirs:.1f} ms", f"{own:.1f} ms")
        say("search, worst", f"{their_worst:.0f} ms", f"{worst:.0f} ms")
        mine, my_worst = timed(lambda text, code: suggestions(text, code, EVERYBODY), typed)
        say("completion, median", "", f"{mine:.1f} ms")
        say("completion, worst", "", f"{my_worst:.0f} ms")
        say("index anew, a page", "", f"{seconds / pages * 1000:.1f} ms")
        say("index, a page", "", f"{(index_bytes() or 0) / pages / 1024:.1f} KB")
        if size == sizes[0]:
            (r1, n1), (r2, n2) = judged(stock_top), judged(our_top)
            say("recall@10", f"{r1:.3f}", f"{r2:.3f}")
            say("nDCG@10", f"{n1:.3f}", f"{n2:.3f}")
    say("a worker grows by", "", f"{grown():.0f} MB")
    with capsys.disabled():
        print("\n\n| | stock | ours |\n|---|---|---|")
        print("\n".join(lines))


def index_with_stock():
    """modelsearch's own back end, on the same pages."""
    backend = get_search_backend(STOCK)
    index = backend.get_index_for_model(Page)
    for content_type in ContentType.objects.filter(
        pk__in=Page.objects.values("content_type").distinct()
    ):
        model = content_type.model_class()
        objects = model.objects.all()
        for start in range(0, objects.count(), 500):
            index.add_items(model, list(objects.order_by("pk")[start : start + 500]))

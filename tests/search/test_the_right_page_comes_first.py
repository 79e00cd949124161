"""The judgements, put to every engine: the right pages are among the first ten, in a good order."""

from dataclasses import replace

import pytest
from modelsearch.backends import get_search_backend

from accounts.visibility import public_reader
from search.finding import find
from search.models import Entry
from search.query import Query
from tests.search.conftest import elasticsearch, engines, front_in
from tests.search.judging import (
    KINDS,
    LANGUAGES,
    add_distractors,
    index_again,
    name_of,
    ndcg,
    read,
    recall,
)

EVERYBODY = public_reader()


def ask(words, language):
    query = replace(Query.from_raw(str(words)), own_language=language, language=language)
    return find(query, EVERYBODY).ids


@pytest.fixture
def names(demo):
    """Names of entries, by key, once everything is there that shall be told apart."""
    add_distractors()
    pages = {str(page.pk): name_of(page) for kind in KINDS.values() for page in kind.objects.all()}
    entries = Entry.objects.filter(root="wagtailcore.page").values_list("pk", "object_id")
    return {pk: pages.get(object_id, object_id) for pk, object_id in entries}


def judge(names, language, measured, engine):
    """Recall and gain over all questions of a language, and the first ten of each."""
    tops, recalls, gains = [], [], []
    for question in read(language):
        top = [names[pk] for pk in ask(question["query"], language)[:10]]
        tops.append(top)
        recalls.append(recall(top, question["right"]))
        gains.append(ndcg(top, question["right"]))
    found, gain = sum(recalls) / len(recalls), sum(gains) / len(gains)
    measured(f"{engine}, {language}: recall@10", found, "")
    measured(f"{engine}, {language}: nDCG@10", gain, "")
    assert found >= 0.95, (engine, language)
    assert gain >= 0.85, (engine, language)
    return tops


def test_the_right_pages_are_among_the_first_ten(names, settings, measured):
    """All engines in one test, since making the pages takes longest."""
    tops = {}
    for engine in engines():
        if engine == "elasticsearch":
            settings.WAGTAILSEARCH_BACKENDS = elasticsearch("judged")
            get_search_backend().engine.clear()
            index_again()
        for language in LANGUAGES:
            tops[engine, language] = judge(names, language, measured, engine)
            for nothing in read("traps")[language]["nothing"]:
                assert ask(nothing, language) == [], (engine, language, nothing)
    if len(engines()) > 1:
        shares = [
            len(set(ours) & set(theirs)) / max(len(ours), len(theirs), 1)
            for language in LANGUAGES
            for ours, theirs in zip(
                tops["database", language], tops["elasticsearch", language], strict=True
            )
            if ours or theirs
        ]
        measured("top tens shared by the engines", sum(shares) / len(shares), "")
        assert sum(shares) / len(shares) >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_look_alike_are_not_taken_for_each_other(home, add, engine, language):
    front = front_in(language, home)
    traps = read("traps")[language]["pages"]
    for number, titles in enumerate(traps.values()):
        for title in titles:
            add(front, title, slug=f"trap-{number}")
    engine.refresh_indexes()
    titles = dict(Entry.objects.values_list("pk", "title"))
    for question, wrong in traps.items():
        assert not {titles[pk] for pk in ask(question, language)} & set(wrong), question
    # The same words are found by who means them.
    for titles_of_one in traps.values():
        first = titles_of_one[0]
        assert first in {titles[pk] for pk in ask(first, language)}

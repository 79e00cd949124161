"""Whatever is typed, in whatever mixture, is answered: no error, and no wait of over a second."""

import random
import time
from operator import itemgetter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from search.query import Query

SIGNS = "\"'*()[]{}^~:;\\/%_-+=<>|&!?.,#@$§€\0\t\n\x07\u200f\u202e\u0301\u00ad😀🏳️‍🌈İßﬁ٣一"
WORDS = [
    *("møde", "samtykke", "plan", "oppfølging", "asiakassuunnitelma", "työpari", "consent"),
    *("AND", "OR", "NOT", "NEAR", "MATCH", "SELECT", "DROP", "title:x", "a:b", "c*", "nb~x"),
    *(">x", "+nbx", "!nbx", "%s", "%(x)s", "{a}", "'", '"', "og", "i", "a", "å", "ø", "5", "999"),
]
LETTERS = "abcdefghijklmnopqrstuvwxyzåäöæøÅÄÖÆØ0123456789 "


def nonsense(chance):
    """A question of words, letters and signs of all kinds, mostly short."""
    kind = chance.random()
    if kind < 0.5:
        text = " ".join(chance.choices(WORDS, k=chance.randint(1, 6)))
    elif kind < 0.8:
        text = "".join(chance.choices(LETTERS + SIGNS, k=chance.randint(1, 40)))
    elif kind < 0.95:
        text = "".join(chr(chance.randint(0, 0x2FFF)) for _ in range(chance.randint(1, 30)))
    else:
        text = chance.choice(WORDS) * chance.randint(1, 2000)
    return text[:10_000]


def filters(chance):
    """Sometimes narrowed down, to what is there and what is not."""
    if chance.random() < 0.7:
        return {}
    known = {"type": "steppage", "pathway": "outreach-casework", "sort": "title"}
    unknown = dict.fromkeys(("type", "phase", "audience", "language", "sort", "page"), "999999")
    return dict([chance.choice([*known.items(), *unknown.items()])])


@pytest.mark.endurance
@pytest.mark.django_db
def test_no_question_breaks_search_or_keeps_anybody_waiting(
    demo, client, size, measured, engine, request
):
    chance = random.Random(10)
    slowest = (0, {})
    addresses = []
    for language in ("nb", "da", "fi", "en"):
        with translation.override(language):
            addresses.append(reverse("search:search"))
            addresses.append(reverse("search:suggest"))
    client.get(addresses[0], {"q": "plan"})  # dictionaries are read once
    for _ in range(size(120, 20_000)):
        question = {"q": nonsense(chance), **filters(chance)}
        begun = time.perf_counter()
        response = client.get(chance.choice(addresses), question)
        slowest = max(slowest, (time.perf_counter() - begun, question), key=itemgetter(0))
        assert response.status_code == 200, question
    name = request.node.callspec.params["engine"]
    measured(f"{name}: slowest answer to a nonsense question", slowest[0], "s")
    assert slowest[0] <= size(sampled=5, full=1), slowest  # a sample runs beside other tests


@pytest.mark.only_on("postgresql")
@pytest.mark.django_db
def test_terms_are_looked_up_once_and_not_for_each_entry(sample, client):
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/search/", {"q": "opening 5"})
    [found, *_wider] = [query["sql"] for query in asked if "WITH found" in query["sql"]]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {found}")
        plan = "\n".join(row for [row] in cursor.fetchall())
    assert "CTE found" in plan


@pytest.mark.parametrize("text", ["x" * 10_000, "\u202eabc", "🙂", "\x00\x01"])
def test_what_is_kept_of_a_question_is_short_and_printable(text):
    query = Query.from_raw(text)
    assert len(query.typed) <= Query.MAX_LENGTH
    assert query.typed.isprintable()

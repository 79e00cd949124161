"""What came, went and moved; whose words, deadline, link or role changed; in four languages."""

import time
from dataclasses import replace

import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.visibility import Reader
from pathways.document.nodes import Due, Role
from pathways.reading.difference import as_text, difference_of
from pathways.reading.difference.order import merged, moved
from pathways.reading.difference.pieces import pieces
from tests.pathways.documents import documents
from tests.pathways.editions import changed
from tests.pathways.samples import a_pathway, a_step, an_item, said

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LANGUAGES = ("nb", "da", "en", "fi")


def an_item_in_all(key, **values):
    return an_item(key, LANGUAGES, **values)


@pytest.fixture
def before(tree):
    items = [
        an_item_in_all("stays"),
        an_item_in_all("goes"),
        an_item_in_all("words"),
        an_item_in_all("deadline", due=Due(amount=2, anchor="started")),
        an_item_in_all("link", guidance="method:listening"),
        an_item_in_all("role", role="worker"),
        an_item_in_all("wanders"),
    ]
    steps = [
        a_step("opening", *items, languages=LANGUAGES),
        a_step("ending", an_item_in_all("last"), languages=LANGUAGES),
    ]
    document = a_pathway(*steps, languages=LANGUAGES)
    leader = Role(slug="leader", name=said("Leader", LANGUAGES))
    return replace(document, roles=(*document.roles, leader))


@pytest.fixture
def after(before):
    def change(pages):
        opening, ending = pages["opening"], pages["ending"]
        items = {item["key"]: item for item in opening["items"]}
        items["words"]["text"] = {code: f"write words ({code})" for code in LANGUAGES}
        items["deadline"]["due"]["amount"] = 5
        items["link"]["guidance"] = "step:ending"
        items["role"]["role"] = "leader"
        wanderer = items.pop("wanders")
        items.pop("goes")
        opening["items"] = [*items.values(), {"key": "comes", "text": said("come", LANGUAGES)}]
        ending["items"].insert(0, wanderer)

    return changed(before, change)


def told(difference):
    return {row.key: row.tags for page in difference.pages for row in page.rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_change_is_told_in_every_language(before, after, language):
    with override(language):
        difference = difference_of(before, after, language)
        text = as_text(difference)
    assert told(difference) == {
        "goes": ["removed"],
        "words": ["text"],
        "deadline": ["deadline"],
        "link": ["link"],
        "role": ["role"],
        "comes": ["added"],
        "wanders": ["moved"],
    }
    wanderer = difference.of("step", "ending").rows[0]
    assert f"opening ({language})" in wanderer.moved
    assert difference.language == language
    assert f"[-do-]{{+write+}} words ({language})" in text
    assert f"{{+come ({language})+}}" in text
    assert f"[-do goes ({language})-]" in text
    assert "[-2-]{+5+}" in text
    assert f"[-Worker-]{{+Leader+}} ({language})" in text
    assert f"ending ({language})" in text
    for other in set(LANGUAGES) - {language}:
        assert f"({other})" not in text


def test_the_words_around_are_the_readers(before, after):
    texts = {}
    for language in LANGUAGES:
        with override(language):
            texts[language] = [c.label for c in difference_of(before, after, language).counts]
    assert texts["en"] == ["New", "Removed", "Moved", "Wording", "Deadline", "Link", "Role"]
    for one in ("nb", "da", "fi"):
        assert not set(texts[one]) & set(texts["en"]) - {"Link"}


def test_what_changed_only_where_it_was_written_is_said(before):
    """A translation that was not touched hides no change."""

    def change(pages):
        pages["opening"]["summary"]["nb"] = "something else"

    difference = difference_of(before, changed(before, change), "fi")
    [fact] = difference.of("step", "opening").facts
    assert fact.note
    assert not fact.pieces


def test_pages_come_go_and_move(before):
    def change(pages):
        phase = pages["middle"]
        opening, ending = phase["steps"]
        fresh = {"key": "fresh", "title": said("fresh", LANGUAGES), "slug": said("f", LANGUAGES)}
        phase["steps"] = [ending, opening, fresh]

    with override("en"):
        difference = difference_of(before, changed(before, change), "en")
    assert [(page.key, page.status, page.moved) for page in difference.pages] == [
        ("ending", "moved", "now first"),
        ("fresh", "added", ""),
    ]
    back = difference_of(changed(before, change), before, "en")
    assert ("fresh", "removed") in [(page.key, page.status) for page in back.pages]


def test_what_is_for_staff_alone_is_told_to_staff_alone(before):
    def change(pages):
        block = pages["opening"]["body"][0]
        block["codes"] = {"audience": "staff"}
        block["texts"]["heading"] = dict.fromkeys(LANGUAGES, "not for everybody")

    after = changed(before, change)
    later = changed(after, lambda p: p["opening"]["body"][0]["texts"]["heading"].update(en="said"))
    staff, anybody = Reader(is_staff=True), Reader()
    assert "said" in as_text(difference_of(after, later, "en", reader=staff))
    assert not difference_of(after, later, "en", reader=anybody)
    # What everybody could read before is told as gone, and not what became of it.
    text = as_text(difference_of(before, after, "en", reader=anybody))
    assert "about opening" in text
    assert "not for everybody" not in text


def test_the_same_differs_in_nothing(before):
    assert not difference_of(before, before, "en")
    with override("en"):
        assert as_text(difference_of(before, before, "en")) == "Nothing differs.\n"


@pytest.mark.endurance
def test_whatever_two_documents_hold_can_be_told(size):
    """No value of any kind of page, row or block stops it, and nothing is told of the same."""

    def run(before, after):
        for language in (before.source_language, after.source_language):
            assert as_text(difference_of(before, after, language))
        assert not difference_of(after, after, after.source_language)

    chosen = settings(
        deadline=None,
        max_examples=size(sampled=1, full=50),
        suppress_health_check=list(HealthCheck),
    )
    chosen(given(documents(), documents())(run))()


@given(st.lists(st.text("ab ,\n", max_size=30), min_size=2, max_size=2))
def test_both_texts_can_be_read_from_their_pieces(texts):
    found = pieces(*texts)
    assert "".join(p.text for p in found if p.kind != "added") == texts[0]
    assert "".join(p.text for p in found if p.kind != "removed") == texts[1]


@given(st.permutations(range(7)), st.integers(0, 7))
def test_no_more_is_moved_than_must_be(order, length):
    before, after = list(range(7)), order[:length]
    shifted = moved(before, after)
    stayed = [key for key in after if key not in shifted]
    assert stayed == sorted(stayed)
    for key in shifted:
        assert sorted([*stayed, key]) != _in_order_of(after, {*stayed, key})
    everything = merged(before, after)
    assert sorted(everything) == before
    assert [key for key in everything if key in set(after)] == after


def _in_order_of(order, keys):
    return [key for key in order if key in keys]


@pytest.mark.endurance
def test_two_large_ones_are_compared_within_a_second(tree, size, measured):
    number = size(sampled=40, full=200)
    steps = [
        a_step(f"s{n}", *[an_item(f"s{n}-{i}", role="worker") for i in range(10)])
        for n in range(number)
    ]
    old = a_pathway(*steps)

    def change(pages):
        for n in range(number):
            pages[f"s{n}"]["items"][n % 10]["text"]["da"] = f"other words {n}"

    new = changed(old, change)
    began = time.perf_counter()
    difference = difference_of(old, new, "da")
    seconds = time.perf_counter() - began
    assert len(difference.pages) == number
    measured(f"comparing {number} steps with {number * 10} items", round(seconds, 2), "s")
    assert seconds < size(sampled=5, full=1)  # a sample runs beside other tests

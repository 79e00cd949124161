"""The questions were written before anything was tuned; this keeps them what they claim to be."""

import re

import pytest
from django.utils.text import slugify

from tests.search.judging import KINDS, LANGUAGES, distractors, read, right_pages

WORD = re.compile(r"\w{3,}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_questions_and_each_stands_once(language):
    questions = [question["query"] for question in read(language)]
    assert len(questions) >= 40
    assert len(set(questions)) == len(questions)


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_right_page_is_there_and_a_third_have_other_words_in_their_title(demo, language):
    apart = 0
    for question in read(language):
        pages = list(right_pages(question, language))
        titles = {word for page in pages for word in WORD.findall(page.title.lower())}
        apart += not titles & set(WORD.findall(question["query"].lower()))
    assert apart >= len(read(language)) / 3


def test_there_are_enough_pages_that_answer_nothing():
    pages = [page for language in LANGUAGES for page in distractors(language)]
    assert len(pages) >= 300
    assert len({slugify(title) for title, _summary, _text in pages}) == len(pages)


def test_the_traps_name_what_must_not_be_found():
    assert set(read("traps")) == set(LANGUAGES)
    assert all(traps["nothing"] and traps["pages"] for traps in read("traps").values())
    assert set(KINDS) >= {name.split("/")[0] for q in read("nb") for name in q["right"]}

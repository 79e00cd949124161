import pytest
from django.urls import reverse

from search.query import Query


def ask(client, text):
    return client.get(reverse("search:search"), {"q": text})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        '"',
        '"unfinished',
        "\0",
        "a\0b",
        "'; DROP TABLE x; --",
        "NEAR(a b)",
        "title:x*",
        "% %s %(x)s",
        "AND OR NOT",
        "\\",
        "x" * 10_000,
        "å " * 5_000,
        "🙂",
    ],
)
def test_search_answers_whatever_is_typed(client, text):
    assert ask(client, text).status_code == 200


@pytest.mark.django_db
def test_what_was_typed_stands_in_the_field_again(client):
    assert 'value="&quot;barnets bedste&quot;"' in ask(client, '"barnets bedste"').text


@pytest.mark.django_db
def test_a_question_that_is_too_long_is_cut_and_the_reader_is_told(client):
    assert "only the first 200 characters were used" in ask(client, "ord " * 100).text
    assert "only the first 200 characters" not in ask(client, "ord").text


@pytest.mark.django_db
def test_signs_alone_get_a_hint_instead_of_an_empty_list(client):
    assert "Type at least one word" in ask(client, "!?").text


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["0", "-1", "x", "999999999999999999999", "2"])
def test_a_page_number_that_does_not_exist_shows_one_that_does(client, number):
    response = client.get(reverse("search:search"), {"q": "word", "page": number})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("far-gruppe", "far-gruppe"),
        ("5-10", "5-10"),
        ("- ' -", ""),
        ("a\u030a", "å"),
        ("(netværk)", "netværk"),
    ],
)
def test_the_engine_gets_words_only(raw, words):
    assert Query.from_raw(raw).words == words

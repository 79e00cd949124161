"""Inflections, compounds, letters that a keyboard lacks: what is one word, and what is not."""

import pytest

from search.analysis import analyse, fold, words_of
from search.analysis.terms import typed_without_letters

SAME = [
    ("nb", "samtalene", "samtale"),
    ("nb", "møtene", "møte"),
    ("nb", "kartlegging", "kartlegge"),
    ("nb", "kartleggingssamtaler", "kartleggingssamtalen"),
    ("nb", "journalføring", "journalføre"),
    ("da", "aftalerne", "aftale"),
    ("da", "vurderingen", "vurdere"),
    ("da", "henvendelser", "henvende"),
    ("fi", "asiakassuunnitelmia", "asiakassuunnitelman"),
    ("fi", "kirjaaminen", "kirjata"),
    ("fi", "lopettaminen", "lopettaa"),
    ("fi", "päivitys", "päivittäminen"),
    ("fi", "toteutuiko", "toteutua"),
    ("en", "meetings", "meeting"),
]
APART = [
    ("nb", "far", "fare"),
    ("nb", "mål", "male"),
    ("nb", "hund", "hundre"),
    ("nb", "bank", "bankett"),
    ("da", "sag", "sagn"),
    ("da", "far", "får"),
    ("fi", "lupa", "lumi"),
    ("fi", "kuusi", "kuume"),
    ("en", "cart", "cartoon"),
]
PARTS = [
    ("nb", "oppfølgingssamtale", {"oppfølging", "samtale"}),
    ("da", "netværkskort", {"netværk", "kort"}),
    ("da", "samtykkeerklæring", {"samtykke", "erklæring"}),
    ("fi", "asiakastietojärjestelmään", {"asiakas", "tieto", "järjestelmä"}),
    ("fi", "suostumuslomakkeella", {"suostumus", "lomake"}),
    ("nb", "samtale", set()),
    ("en", "carpet", set()),
]
FOLDED = [
    ("nb", "oppfolging", "oppfølging"),
    ("da", "opfoelgning", "opfølgning"),
    ("da", "moeder", "møder"),
    ("nb", "parorende", "pårørende"),
    ("fi", "jarjestelma", "järjestelmä"),
    ("fi", "tyopari", "työpari"),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_forms_of_a_word_share_a_term(language, one, other):
    assert analyse(one, language).same & analyse(other, language).same


@pytest.mark.parametrize(("language", "one", "other"), APART)
def test_words_that_look_alike_share_none(language, one, other):
    ones, others = analyse(one, language), analyse(other, language)
    if ones and others:  # “får” is a small word in Norwegian only
        assert not ones.same & others.same


@pytest.mark.parametrize(("language", "word", "parts"), PARTS)
def test_a_compound_has_parts(language, word, parts):
    found = analyse(word, language).parts
    assert {term[2:] for part in found for term in part if term[2].isalpha()} == parts


@pytest.mark.parametrize(("language", "typed", "meant"), FOLDED)
def test_a_word_typed_without_its_letters_is_known(language, typed, meant):
    assert typed_without_letters(typed, language) & analyse(meant, language).folded


def test_a_word_in_either_habit():
    assert fold("opfølgning") == {"opfolgning", "opfoelgning"}
    assert fold("far") == set()


@pytest.mark.parametrize("word", ["og", "i", "a"])
def test_small_words_and_single_letters_are_nothing_to_look_for(word):
    assert analyse(word, "nb") is None


def test_numbers_are_words_and_known_in_letters():
    assert analyse("5", "nb")
    assert analyse("femte", "nb").same & analyse("5", "nb").same


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It-rygsækken, borgerens", ["it", "rygsækken", "borgerens"]),
        ("the client’s plan", ["the", "client", "plan"]),
        ("a\u030a", ["å"]),
        ("\0<b>🙂</b> 5.", ["b", "b", "5"]),
        ("", []),
    ],
)
def test_a_text_falls_into_words(text, words):
    assert words_of(text) == words

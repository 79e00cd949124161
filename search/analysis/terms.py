"""What a word is known by in the index.

Terms carry their language, so that Norwegian and Danish pages share an index without mixing:
``nbsamtale`` is a word or its dictionary form, ``nb~kartlegg`` a stem, ``nb^oppfolging`` how a word
is typed without its letters, ``nb%hvem`` a small word of a title, ``+nbsamtale`` a part of a word.
"""

import threading
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from .compounds import parts_of, whole_of
from .derivation import roots_of, verbs_of, without_question
from .dictionaries import lemma
from .stop_words import FIGURES, STOP_WORDS
from .words import fold, is_too_short

_ALGORITHMS = {"nb": "norwegian", "da": "danish", "fi": "finnish", "en": "english"}
_STEMMERS = {code: snowballstemmer.stemmer(name) for code, name in _ALGORITHMS.items()}
_lock = threading.Lock()  # a stemmer keeps the word that it is at

SHORTEST_STEM = 4
WITHIN = "+"
REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Analysis:
    """A word in one language.

    ``same`` are terms of the word itself, ``parts`` those of each part of a compound, ``folded``
    how it may be typed. ``known``: the dictionary has it. ``main`` stands for it in word counts.
    """

    main: str
    same: frozenset
    parts: tuple[frozenset, ...]
    folded: frozenset
    known: bool
    shortest_part: int = 0


@lru_cache(maxsize=REMEMBERED)
def analyse(word, language) -> Analysis | None:
    """Return what a word in lower case is known by; None for one that nobody looks for."""
    if is_too_short(word) or word in STOP_WORDS.get(language, ()):
        return None
    if language not in _ALGORITHMS:
        return Analysis(word, frozenset({language + word}), (), frozenset(), True)
    bare = word if lemma(word, language) else without_question(word, language)
    known = lemma(bare, language)
    form = known or whole_of(bare, language) or bare
    parts = parts_of(bare, language)
    forms = {word, form} | verbs_of(form, language)
    if word in FIGURES[language]:
        forms.add(FIGURES[language][word])
    stems = {_stem(each, language) for each in forms} | roots_of(form, language)
    folded = {typed for each in forms | stems for typed in fold(each)}
    return Analysis(
        main=form,
        same=_named(forms, language) | _named(stems, language, "~"),
        parts=tuple(_of_part(part, language) for part in parts),
        folded=_named(folded, language, "^"),
        known=known is not None,
        shortest_part=min(map(len, parts), default=0),
    )


def within(terms) -> frozenset:
    """The terms of words that have these as a part."""
    return frozenset(WITHIN + term for term in terms)


def small_words(words, language) -> frozenset:
    """The terms of words that nobody looks for, but that a title may be remembered by."""
    return _named(STOP_WORDS.get(language, frozenset()) & set(words), language, "%")


def typed_without_letters(word, language) -> frozenset:
    """The terms of words that may have been meant by one that is in no dictionary."""
    return _named({word, _stem(word, language)}, language, "^")


def _of_part(part, language):
    stems = {_stem(part, language)} | roots_of(part, language)
    folded = {typed for each in {part, *stems} for typed in fold(each)}
    return _named({part}, language) | _named(stems, language, "~") | _named(folded, language, "^")


def _named(words, language, kind=""):
    shortest = SHORTEST_STEM if kind == "~" else 1
    return frozenset(f"{language}{kind}{word}" for word in words if len(word) >= shortest)


def _stem(word, language):
    with _lock:
        return _STEMMERS[language].stemWord(word)

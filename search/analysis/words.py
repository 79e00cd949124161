"""From text to words."""

import re
import unicodedata

# Of å ä ö æ ø as people type them who have no such keys, in both habits.
_SHORT = str.maketrans({"å": "a", "ä": "a", "æ": "ae", "ö": "o", "ø": "o"})
_LONG = str.maketrans({"å": "aa", "ä": "ae", "æ": "ae", "ö": "oe", "ø": "oe"})
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_INSIDE = re.compile(r"[-'’]")


def spoken(text):
    """The text with accents composed and in lower case."""
    return unicodedata.normalize("NFC", text).lower()


def words_of(text) -> list[str]:
    """The words of a text, in order; “it-rygsæk” is two, and an English ’s is none."""
    found = []
    for match in _WORD.finditer(spoken(text)):
        found += [part for part in _INSIDE.split(match[0]) if part != "s"]
    return found


def spans(text):
    """``(start, end, word)`` of every word, for whoever marks words in the text itself."""
    for match in _WORD.finditer(text):
        start = match.start()
        for part in _INSIDE.split(match[0]):
            yield start, start + len(part), spoken(part)
            start += len(part) + 1


def joined(text) -> set[str]:
    """Hyphenated words as one: “itrygsæk”."""
    return {re.sub("-", "", match[0]) for match in _WORD.finditer(spoken(text)) if "-" in match[0]}


def fold(word) -> set[str]:
    """How the word is typed without å ä ö æ ø; empty where it has none of them."""
    typed = {word.translate(_SHORT), word.translate(_LONG)}
    return typed - {word}


def is_plain(word):
    """Whether a word could be one that was typed without the letters of its language."""
    return word.isascii() and any(letter in word for letter in "ao")


def is_too_short(word):
    """A single letter means nothing; a number does."""
    return len(word) < 2 and not word.isdigit()

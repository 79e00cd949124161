"""Compounds taken apart: “oppfølgingssamtale” is about follow-up, and a conversation."""

from .dictionaries import lemma

SHORTEST = 4
# What joins the parts: sagsbehandler, hjelpeplan. Finnish parts carry a case, which its
# dictionary knows; English writes its compounds in two words.
_LINKS = {"nb": ("", "s", "e"), "da": ("", "s", "e"), "fi": ("",)}


def parts_of(word, language) -> list[str]:
    """The parts of a compound in their dictionary form; empty for a word that is none.

    The longest known end wins; what stands before it is a word, or taken apart in turn.
    """
    found = _taken_apart(word, language)
    return found[0] if found else []


def whole_of(word, language) -> str | None:
    """The dictionary form of a compound that is in no dictionary: its last part's."""
    found = _taken_apart(word, language)
    return found[1] if found else None


def _taken_apart(word, language):
    if language not in _LINKS or len(word) < 2 * SHORTEST:
        return None
    for at in range(SHORTEST, len(word) - SHORTEST + 1):
        begin, tail = word[:at], word[at:]
        if tail.startswith("s") and "s" in _LINKS[language] and _is_word(tail[1:], language):
            begin, tail = begin + "s", tail[1:]  # netværk-s-kort rather than netværk-skort
        if _is_word(tail, language):
            heads = _heads(begin, language)
            if heads:
                last = lemma(tail, language)
                return [*heads, last], begin + last
    return None


def _is_word(text, language):
    return len(text) >= SHORTEST and lemma(text, language) is not None


def _heads(begin, language):
    """What stands before the end: one word, without what links it, or several."""
    stripped = [begin, *(begin[:-1] for link in _LINKS[language] if link and begin[-1] == link)]
    for head in stripped:
        if _is_word(head, language):
            return [lemma(head, language)]
    for head in stripped:
        parts = parts_of(head, language)
        if parts:
            return parts
    return []

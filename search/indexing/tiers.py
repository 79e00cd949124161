"""How much a page is about a term, decided once, when it is indexed.

Every term of a page stands in one of four tiers. Engines only look up which, so that all three rank
alike: a word of the title is in the first, one that a long text happens to use once in the last.
"""

from collections import Counter, defaultdict

from search.analysis import analyse, words_of
from search.analysis.terms import small_words, within
from search.analysis.words import fold, joined

TIERS = "abcd"
LIMITS = (("a", 4.0), ("b", 1.5), ("c", 0.7))
TYPICAL_LENGTH = 250
BEGINS = ">"
STAFF = "!"


def tiers_of(pieces, language) -> dict[str, str]:
    """Terms with their tiers. What only staff may read is known by terms of its own."""
    public = _impacts([p for p in pieces if not p.staff], language)
    tiers = {term: _tier(impact) for term, impact in public.items()}
    if any(piece.staff for piece in pieces):
        for term, impact in _impacts(pieces, language).items():
            tier = _tier(impact)
            if tiers.get(term, "z") > tier:
                tiers[STAFF + term] = tier
    for piece in pieces:
        if piece.field == "title":
            tiers |= dict.fromkeys(small_words(words_of(piece.text), language), TIERS[0])
        terms = _begins(piece) if piece.begins else _in_field(piece, language)
        for term in terms:
            tiers.setdefault(STAFF + term if piece.staff else term, "d")
    return tiers


def _impacts(pieces, language):
    """Weighted, saturated frequency of each term: many mentions in a short field count most."""
    fields = defaultdict(list)
    for piece in pieces:
        if not piece.begins:
            fields[piece.field, piece.weight].append(piece.text)
    impacts = Counter()
    for (_field, weight), texts in fields.items():
        words = [word for text in texts for word in words_of(text)]
        damping = 0.5 + 0.5 * len(words) / TYPICAL_LENGTH
        for term, times in _frequencies(words, texts, language).items():
            impacts[term] += weight * times / (times + damping)
    return impacts


def _frequencies(words, texts, language):
    times = Counter()
    for word, count in Counter(words).items():
        analysis = analyse(word, language)
        if analysis is None:
            continue
        for term in analysis.same | analysis.folded:
            times[term] += count
        for term in within(frozenset().union(*analysis.parts)):
            times[term] += count
    for word in {each for text in texts for each in joined(text)}:
        times[language + word] += 1
    return times


def _tier(impact):
    return next((tier for tier, limit in LIMITS if impact >= limit), TIERS[-1])


def _begins(piece):
    for word in words_of(piece.text):
        for typed in {word, *fold(word)}:
            yield BEGINS + typed
            yield f"{piece.field}={BEGINS}{typed}"


def _in_field(piece, language):
    """Terms that say which field a word stands in, for whoever asks for that field only."""
    for word in set(words_of(piece.text)):
        analysis = analyse(word, language)
        if analysis:
            for term in analysis.same:
                yield f"{piece.field}={term}"

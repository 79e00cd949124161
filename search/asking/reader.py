"""The question of a reader: own language first, other Nordic ones too, forgiving about the form."""

import math
from dataclasses import dataclass, replace

from django.conf import settings

from search.analysis import analyse, words_of
from search.analysis.terms import small_words, typed_without_letters, within
from search.analysis.words import is_plain, is_too_short
from search.indexing.tiers import STAFF
from search.models import Synonym

from . import rings
from .counts import Counts
from .question import (
    BEGINNING,
    FOLDED,
    ONE_PART,
    PART_OF,
    PARTS,
    SAME,
    SYNONYM,
    Choice,
    Question,
    Word,
    by_itself_or_within,
)

LANGUAGES = tuple(dict(settings.LANGUAGES))
MOST_WORDS = 12
SHORTEST_BEGINNING = 4
LONG_PART = 5
LONG_WORD = 6
# Of many words a page need not have all.
SHARE = 0.6
# The weight of a small word; others begin at 0.3.
SMALL = 0.2


@dataclass(frozen=True)
class Asked:
    """A question; a wider one, for when it finds little; the words that stand in no page."""

    question: Question
    wide: Question
    unknown: tuple[str, ...]


def reader_question(words, language, staff=False) -> Asked:
    """What a reader of a language means by some words. Small words say nothing in any language."""
    all_words = list(dict.fromkeys(words_of(words)))[:MOST_WORDS]
    typed = [word for word in all_words if _is_asked(word, language)]
    analyses = [{code: analyse(word, code) for code in LANGUAGES} for word in typed]
    counts = Counts(
        {code: {each[code].main for each in analyses if each[code]} for code in LANGUAGES}
    )
    others = _others(typed)
    found, wide, unknown = [], [], []
    for place, (word, forms) in enumerate(zip(typed, analyses, strict=True)):
        own = forms[language]
        is_known = counts.of(language, own.main) > 0
        choices = [*_choices(word, forms, own, is_known), *others.get(place, ())]
        if not is_known and place not in others:
            unknown.append(word)
        weight = counts.weight(language, own.main)
        found.append(Word(word, tuple(choices), weight))
        if not is_known:
            choices += [Choice(ONE_PART, (by_itself_or_within(part),)) for part in own.parts]
        wide.append(Word(word, tuple(choices), weight))
    need = len(found) if len(found) <= 2 else math.ceil(len(found) * SHARE)
    small = list(_small(all_words)) if found else []
    questions = [Question((*found, *small), need), Question((*wide, *small), min(need, 1))]
    return Asked(*(map(_with_staff, questions) if staff else questions), tuple(unknown))


def _is_asked(word, language):
    return not is_too_short(word) and analyse(word, language) is not None


def _choices(word, forms, own, is_known):
    known = [analysis for analysis in forms.values() if analysis]
    same = frozenset().union(*(analysis.same for analysis in known))
    yield Choice(SAME, (same,))
    yield Choice(PART_OF, (within(same),))
    for analysis in known:
        # Short parts are verbs as often as not: “kart” and “legge” are not about mapping.
        if analysis.parts and (not is_known or analysis.shortest_part >= LONG_PART):
            yield Choice(PARTS, tuple(map(by_itself_or_within, analysis.parts)))
    if is_known:
        return
    if is_plain(word) and not own.known:
        typed = (typed_without_letters(word, code) for code in LANGUAGES)
        yield Choice(FOLDED, (by_itself_or_within(frozenset().union(*typed)),))
    # Half a word; a short whole one is what it is, though it begins others: “hund”, “hundre”.
    if len(word) >= (LONG_WORD if own.known else SHORTEST_BEGINNING):
        yield Choice(BEGINNING, (frozenset(code + word for code in LANGUAGES),), prefix=True)


def _small(words):
    """Small words say a little where a title has them: “hvem er med”."""
    for word in words:
        terms = frozenset().union(*(small_words([word], code) for code in LANGUAGES))
        if terms:
            yield Word(word, (Choice(SAME, (terms,)),), SMALL, asked=False)


def _others(typed):
    """Choices by the place of a word: what means the same, here or in another language."""
    found = {}
    synonyms = tuple((each.language, each.wordings) for each in Synonym.objects.all())
    for known in (rings.of_term_base(), rings.of_editors(synonyms)):
        for language in LANGUAGES:
            for places, groups in known.others(typed, language):
                groups = tuple(map(by_itself_or_within, groups))
                for place in places:
                    found.setdefault(place, []).append(Choice(SYNONYM, groups))
    return {place: list(dict.fromkeys(choices)) for place, choices in found.items()}


def _with_staff(question):
    """Also what only staff may read."""

    def widened(choice):
        groups = (group | {STAFF + term for term in group} for group in choice.groups)
        return replace(choice, groups=tuple(groups))

    words = (
        replace(word, choices=tuple(widened(choice) for choice in word.choices))
        for word in question.words
    )
    return replace(question, words=tuple(words))

"""Questions of modelsearch's own interface: any object, any language."""

from django.conf import settings

from search.analysis import analyse, words_of
from search.analysis.terms import typed_without_letters, within
from search.analysis.words import is_plain
from search.indexing.tiers import BEGINS

from .question import FOLDED, PART_OF, PARTS, SAME, Choice, Question, Word, by_itself_or_within

# The empty one is that of objects that are in no language, such as people and documents.
LANGUAGES = ("", *dict(settings.LANGUAGES))
MOST_WORDS = 24


def plain_question(text, operator, fields=None) -> Question:
    """All words of a text, or any of them, in any of our languages."""
    words = []
    for typed in _typed(text):
        analyses = {language: analyse(typed, language) for language in LANGUAGES}
        if any(analyses[language] for language in LANGUAGES[1:]):
            words.append(Word(typed, tuple(_choices(typed, analyses, fields))))
    return _question(words, operator)


def beginnings(text, operator, fields=None) -> Question:
    """The same, for words of which the last may be half typed."""
    typed = _typed(text)
    words = []
    for number, each in enumerate(typed, start=1):
        terms = frozenset(_in(fields, BEGINS + each))
        words.append(Word(each, (Choice(SAME, (terms,), prefix=number == len(typed)),)))
    return _question(words, operator)


def _typed(text):
    return list(dict.fromkeys(words_of(text)))[:MOST_WORDS]


def _question(words, operator):
    return Question(tuple(words), need=len(words) if operator.lower() == "and" else 1)


def _choices(typed, analyses, fields):
    known = [analysis for analysis in analyses.values() if analysis]
    same = frozenset().union(*(analysis.same for analysis in known))
    # A title may be known by a small word too: “About us”.
    same |= {BEGINS + typed}
    yield Choice(SAME, (frozenset(term for each in same for term in _in(fields, each)),))
    if fields:
        return
    yield Choice(PART_OF, (within(same),))
    if is_plain(typed) and not any(
        analyses[code] and analyses[code].known for code in LANGUAGES[1:]
    ):
        folded = (typed_without_letters(typed, code) for code in LANGUAGES[1:])
        yield Choice(FOLDED, (by_itself_or_within(frozenset().union(*folded)),))
    for analysis in known:
        if analysis.parts:
            yield Choice(PARTS, tuple(map(by_itself_or_within, analysis.parts)))


def _in(fields, term):
    return [f"{field}={term}" for field in fields] if fields else [term]

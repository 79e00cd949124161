"""Wordings that mean the same: of the term base in all languages, and of editors in one."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from pathways.terms import concepts
from search.analysis import analyse, words_of

LONGEST = 5
_BRACKETS = re.compile(r"(.+?)\s*\(([^)]+)\)")


class Rings:
    """Finds wordings in a question, and gives the others that mean the same."""

    def __init__(self, rings):
        """:param rings: lists of ``(language, wording)``."""
        self._rings = [[_Wording(*each) for each in ring] for ring in rings]
        self._found = defaultdict(list)
        for ring in self._rings:
            for wording in ring:
                if wording.mains:
                    self._found[wording.language, wording.mains].append(ring)

    def others(self, typed, language):
        """``(places, groups of terms)`` for each other way of saying some of the words typed."""
        heard = [(place, analyse(word, language)) for place, word in enumerate(typed)]
        heard = [(place, analysis.main) for place, analysis in heard if analysis]
        for start in range(len(heard)):
            for end in range(start + 1, min(start + LONGEST, len(heard)) + 1):
                mains = tuple(main for _place, main in heard[start:end])
                for ring in self._found.get((language, mains), ()):
                    places = [place for place, _main in heard[start:end]]
                    for wording in ring:
                        if wording.groups and (wording.language, wording.mains) != (
                            language,
                            mains,
                        ):
                            yield places, wording.groups


class _Wording:
    def __init__(self, language, text):
        found = [analyse(word, language) for word in words_of(text)]
        found = [analysis for analysis in found if analysis]
        self.language = language
        self.mains = tuple(analysis.main for analysis in found)
        self.groups = tuple(analysis.same for analysis in found)


@cache
def of_term_base() -> Rings:
    """One ring a concept: its terms in all languages, and words that we do not use for it."""
    return Rings([_of_concept(concept) for concept in concepts().values()])


@lru_cache(maxsize=8)
def of_editors(synonyms) -> Rings:
    """:param synonyms: tuples of language and words, as the database has them now."""
    return Rings([[(language, word) for word in words] for language, words in synonyms])


def _of_concept(concept):
    for language, wording in concept.wordings.items():
        rejected = [word for word in wording.rejected if not word.endswith("*")]
        for text in (wording.term, *rejected):
            match = _BRACKETS.fullmatch(text)
            for name in match.groups() if match else [text]:
                yield language, name

"""A question to the index, the same for every engine.

A page's score is the sum over the words of ``weight × value``, where the value is that of the best
choice that the page meets: the choice's own value, times that of the tier its term stands in.
"""

from dataclasses import dataclass

from search.analysis.terms import within

TIER_VALUES = {"a": 1.0, "b": 0.7, "c": 0.55, "d": 0.4}
# A choice of several terms says nothing about where each of them stands.
SEVERAL = 0.55

SAME, FOLDED, SYNONYM, PART_OF, PARTS, BEGINNING, ONE_PART = 1.0, 0.9, 0.8, 0.6, 0.6, 0.5, 0.2


@dataclass(frozen=True)
class Choice:
    """One way of meeting a word: a term of each group. With ``prefix``, terms that begin so."""

    value: float
    groups: tuple[frozenset, ...]
    prefix: bool = False

    def met(self):
        """``(tier or None for any, value)`` of each way of meeting the choice."""
        if len(self.groups) > 1:
            return [(None, self.value * SEVERAL)]
        return [(tier, self.value * value) for tier, value in TIER_VALUES.items()]


def by_itself_or_within(terms) -> frozenset:
    """Terms of a word, or of a compound that has it as a part."""
    return terms | within(terms)


@dataclass(frozen=True)
class Word:
    """A word of the question. ``weight``: how much finding it says. ``asked``: it counts as one."""

    typed: str
    choices: tuple[Choice, ...]
    weight: float = 1.0
    asked: bool = True


@dataclass(frozen=True)
class Question:
    """Words, of which a page must have ``need``; those that are asked come first."""

    words: tuple[Word, ...]
    need: int

    def __bool__(self):
        return bool(self.words)

    @property
    def asked(self):
        """How many words count."""
        return sum(word.asked for word in self.words)

"""Words that stand in a text where the base has another one."""

import re
from dataclasses import dataclass
from functools import cache

from .concepts import concepts

# Placeholders, tags, and where Markdown links lead: none of it is read by people.
_NO_TEXT = re.compile(r"%\([^)]*\)[sd]|\{\{.*?\}\}|<[^>]+>|(?<=\])\([^)]*\)")


@dataclass(frozen=True)
class Rejected:
    """A word that was found, and the one to use."""

    found: str
    term: str
    concept: str


def rejected_in(text, language):
    """Every rejected word of a text in a language, as :class:`Rejected`."""
    text = _NO_TEXT.sub(" ", text)
    for pattern, term, key in _patterns(language):
        for match in pattern.finditer(text):
            yield Rejected(match[0], term, key)


@cache
def _patterns(language):
    found = []
    for concept in concepts().values():
        wording = concept.wordings[language]
        for word in wording.rejected:
            end = r"\w*" if word.endswith("*") else r"(?!\w)"
            pattern = rf"(?<![\w-]){re.escape(word.removesuffix('*'))}{end}"
            found.append((re.compile(pattern, re.IGNORECASE), wording.term, concept.key))
    return found

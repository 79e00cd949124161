"""What a reader asked: words, and what the results are narrowed down to."""

import unicodedata
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import urlencode

from django.conf import settings

INSIDE_WORDS = "-'’"
FILTERS = ("type", "pathway", "phase", "audience")
ALL_LANGUAGES = "all"
SORTS = ("relevance", "newest", "title")


@dataclass(frozen=True)
class Query:
    """A question: as typed (to show again), as words (for the engine), and whether it was cut.

    ``language`` is that of the pages wanted, or “all”; the words are in the reader's own.
    Filters hold what was asked for, known or not; an unknown one finds nothing.
    """

    typed: str
    words: str
    was_cut: bool = False
    own_language: str = ""
    language: str = ""
    type: str = ""
    pathway: str = ""
    phase: str = ""
    audience: str = ""
    sort: str = SORTS[0]

    MAX_LENGTH: ClassVar[int] = 200

    @classmethod
    def from_raw(cls, raw):
        """Keep `MAX_LENGTH` characters; for the engine, only what words are made of."""
        printable = "".join(char if char.isprintable() else " " for char in raw).strip()
        typed = unicodedata.normalize("NFC", printable)[: cls.MAX_LENGTH]
        kept = "".join(char if char.isalnum() or char in INSIDE_WORDS else " " for char in typed)
        words = [word for word in kept.split() if any(map(str.isalnum, word))]
        return cls(typed, " ".join(words), was_cut=len(printable) > cls.MAX_LENGTH)

    @classmethod
    def from_request(cls, parameters, own_language):
        """Take a question out of an address; what is no language or order falls back."""
        asked = {name: parameters.get(name, "")[:80] for name in FILTERS}
        language = parameters.get("language", "")
        known = {*dict(settings.LANGUAGES), ALL_LANGUAGES}
        sort = parameters.get("sort", "")
        return replace(
            cls.from_raw(parameters.get("q", "")),
            own_language=own_language,
            language=language if language in known else own_language,
            sort=sort if sort in SORTS else SORTS[0],
            **asked,
        )

    def __bool__(self):
        return bool(self.words)

    @property
    def filters(self):
        """What the results are narrowed down to, apart from the language."""
        return {name: getattr(self, name) for name in FILTERS if getattr(self, name)}

    @property
    def without_filters(self):
        """The address of the question alone."""
        return self.address(**dict.fromkeys(FILTERS, ""))

    @property
    def in_own_language(self):
        """The address of the question among pages in the reader's language."""
        return self.address(language=self.own_language)

    def address(self, **changes):
        """The address of this question with some of it changed, always from its first page."""
        asked = {"q": self.typed, **self.filters, "language": self.language, "sort": self.sort}
        asked |= changes
        if asked["language"] == self.own_language:
            del asked["language"]
        if asked["sort"] == SORTS[0]:
            del asked["sort"]
        return "?" + urlencode({name: value for name, value in asked.items() if value})

"""What a reader typed, made safe to hand to a search engine."""

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

INSIDE_WORDS = "-'’"


@dataclass(frozen=True)
class Query:
    """A question: as typed (to show again), as words (for the engine), and whether it was cut."""

    typed: str
    words: str
    was_cut: bool

    MAX_LENGTH: ClassVar[int] = 200

    @classmethod
    def from_raw(cls, raw):
        """Keep `MAX_LENGTH` characters; for the engine, only what words are made of."""
        printable = "".join(char if char.isprintable() else " " for char in raw).strip()
        typed = unicodedata.normalize("NFC", printable)[: cls.MAX_LENGTH]
        kept = "".join(char if char.isalnum() or char in INSIDE_WORDS else " " for char in typed)
        words = [word for word in kept.split() if any(map(str.isalnum, word))]
        return cls(typed, " ".join(words), was_cut=len(printable) > cls.MAX_LENGTH)

    def __bool__(self):
        return bool(self.words)

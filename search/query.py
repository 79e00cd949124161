"""What a reader typed, made safe to hand to the search engine."""

from dataclasses import dataclass

MAX_LENGTH = 200


@dataclass(frozen=True)
class Query:
    """A question as the engine gets it, and whether the reader asked for more."""

    text: str
    was_cut: bool

    @classmethod
    def from_raw(cls, raw):
        """Drop what no word contains (quotation marks, NUL), join spaces, keep `MAX_LENGTH`."""
        words = "".join(char if char.isalnum() or char in "-'’" else " " for char in raw).split()
        text = " ".join(words)
        return cls(text[:MAX_LENGTH].strip(), was_cut=len(text) > MAX_LENGTH)

    def __bool__(self):
        return any(char.isalnum() for char in self.text)

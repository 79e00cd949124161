"""How a node's dataclass says what each of its fields is."""

from dataclasses import Field, dataclass, field, fields
from enum import StrEnum

Text = dict[str, str]
"""One text in every language it has: ``{"da": "…", "en": "…"}``."""


class Kind(StrEnum):
    """What a field holds."""

    IDENTITY = "identity"
    CODE = "code"
    WORD = "word"  # slug of a vocabulary entry
    LINK = "link"  # "method:coach"
    TEXT = "text"
    RICH = "rich"
    BLOCKS = "blocks"
    ROWS = "rows"
    PART = "part"  # a dataclass stored in fields of the same model


@dataclass(frozen=True)
class Meta:
    """The declaration behind a field.

    ``of`` is the dataclass of rows and parts, the vocabulary of words, the stream block
    of blocks; ``prefix`` is what a part's model fields begin with.
    """

    kind: Kind
    of: object = None
    prefix: str = ""
    required: bool = False


def _declare(kind, *, default=None, factory=None, **meta):
    declared = {"document": Meta(kind, **meta)}
    if factory:
        return field(default_factory=factory, metadata=declared)
    if meta.get("required"):
        return field(metadata=declared)
    return field(default=default, metadata=declared)


def identity():
    """The key, slug or id by which its owner knows the node."""
    return _declare(Kind.IDENTITY, required=True)


def code(default=""):
    """A value that is the same in all languages: a choice, a number, a date, a name."""
    return _declare(Kind.CODE, default=default)


def word(vocabulary, *, required=False):
    """A reference to a vocabulary entry, by slug."""
    return _declare(Kind.WORD, default="", of=vocabulary, required=required)


def link():
    """A reference to a page, as ``kind:key``."""
    return _declare(Kind.LINK, default="")


def plain():
    """Plain text in each language."""
    return _declare(Kind.TEXT, factory=dict)


def rich():
    """Rich text in each language, as Markdown of the closed subset."""
    return _declare(Kind.RICH, factory=dict)


def blocks(stream):
    """The blocks of a stream field."""
    return _declare(Kind.BLOCKS, factory=tuple, of=stream)


def rows(node):
    """Nodes in order."""
    return _declare(Kind.ROWS, factory=tuple, of=node)


def part(node, prefix):
    """A node without an identity of its own, or None."""
    return _declare(Kind.PART, default=None, of=node, prefix=prefix)


def declared(node) -> list[tuple[Field, Meta]]:
    """Fields of a node or node class, in order, each with its declaration."""
    return [(f, f.metadata["document"]) for f in fields(node)]

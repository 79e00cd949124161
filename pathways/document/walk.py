"""Going through a document value by value."""

from dataclasses import dataclass

from .fields import Kind, declared
from .markdown import references
from .nodes import VOCABULARY
from .streams import value_kinds


@dataclass(frozen=True)
class Value:
    """One code, reference or text, and where it stands.

    ``place`` names the file and the fields on the way: ("step:contact", "items",
    "agree", "text"). ``of`` is the vocabulary of a word.
    """

    place: tuple[str, ...]
    kind: Kind
    value: object
    of: object = None


def walk_page(node):
    """All values of a page node, without the pages below it."""
    yield from _walk(node, (f"{node.KIND}:{node.key}",))


def walk_entry(name, entry):
    """All values of a vocabulary entry."""
    yield from _walk(entry, ("vocabulary", name, entry.slug))


def walk(document):
    """All values of a document."""
    for name in VOCABULARY:
        for entry in getattr(document, name):
            yield from walk_entry(name, entry)
    for page in document.pages():
        yield from walk_page(page)


def _walk(node, place):
    for field, meta in declared(node):
        value = getattr(node, field.name)
        here = (*place, field.name)
        if meta.kind is Kind.ROWS:
            if not hasattr(meta.of, "KIND"):
                for row in value:
                    yield from _walk(row, (*here, row.key))
        elif meta.kind is Kind.BLOCKS:
            yield from _walk_blocks(meta.of, value, here)
        elif meta.kind is Kind.PART:
            if value is not None:
                yield from _walk(value, here)
        else:
            yield Value(here, meta.kind, value, meta.of)


def _walk_blocks(stream, blocks, place):
    for block in blocks:
        struct = stream.child_blocks[block.type]
        here = (*place, block.id)
        for name, kind in value_kinds(struct).items():
            if kind is Kind.BLOCKS:
                inner = block.children.get(name, ())
                yield from _walk_blocks(struct.child_blocks[name], inner, (*here, name))
            elif kind is Kind.CODE:
                yield Value((*here, name), kind, block.codes.get(name))
            else:
                yield Value((*here, name), kind, block.texts.get(name, {}))


def page_references(value):
    """References to pages that a value holds."""
    if value.kind is Kind.LINK and value.value:
        yield value.value
    elif value.kind is Kind.RICH:
        for markdown in value.value.values():
            yield from references(markdown)

"""A document as one of its readers gets it."""

from dataclasses import replace

from pathways.blocks.audience import for_reader as blocks_for_reader

from .fields import Kind, declared


def for_reader(node, reader):
    """A document, or one of its nodes, without the blocks that the reader does not get.

    :param reader: an :class:`accounts.visibility.Reader`.
    """
    changes = {}
    for field, meta in declared(node):
        value = getattr(node, field.name)
        if meta.kind is Kind.BLOCKS:
            kept = tuple(blocks_for_reader(value, reader))
        elif meta.kind is Kind.ROWS:
            kept = tuple(for_reader(child, reader) for child in value)
        else:
            continue
        if kept != value:
            changes[field.name] = kept
    return replace(node, **changes) if changes else node

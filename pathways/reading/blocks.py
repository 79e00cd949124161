"""Blocks of a stream with their rich text ready to show."""

from dataclasses import dataclass

from wagtail.blocks import StreamBlock

from pathways.blocks.audience import for_reader, is_for_staff
from pathways.document.fields import Kind
from pathways.document.streams import value_kinds


@dataclass(frozen=True)
class BlockView:
    """One block: which template renders it, and its values by name."""

    id: str
    type: str
    template: str
    value: dict

    @property
    def is_for_staff(self):
        """Staff are told that nobody else sees the block."""
        return is_for_staff(self.value)


def rich_texts(stream_value, reader):
    """All rich texts of a stream that a reader gets, to know which links they need."""
    for child in for_reader(stream_value, reader):
        yield from _rich_texts(child.block, child.value, reader)


def _rich_texts(struct, value, reader):
    for name, kind in value_kinds(struct).items():
        if kind is Kind.RICH:
            yield value[name].source
        elif kind is Kind.BLOCKS:
            yield from rich_texts(value[name], reader)


class BlockViews(list):
    """Blocks in their order; pages ask which kinds there are, to style them."""

    @property
    def types(self):
        return {block.type for block in self}


def block_views(stream_value, links) -> BlockViews:
    """Blocks that the reader of the links gets, as templates take them."""
    return BlockViews(
        BlockView(
            id=child.id,
            type=child.block_type,
            template=child.block.meta.template or "",
            value=_values(child.block, child.value, links),
        )
        for child in for_reader(stream_value, links.reader)
    )


def _values(struct, value, links):
    values = {}
    for name, block in struct.child_blocks.items():
        if isinstance(block, StreamBlock):
            values[name] = block_views(value[name], links)
        elif value_kinds(struct)[name] is Kind.RICH:
            values[name] = links.expand(value[name].source) if value[name] else ""
        else:
            values[name] = value[name]
    extras = getattr(struct, "extras", None)
    return values | extras(values) if extras else values

"""Blocks of a stream with their rich text ready to show."""

from dataclasses import dataclass

from wagtail.blocks import StreamBlock

from pathways.document.fields import Kind
from pathways.document.streams import value_kinds


@dataclass(frozen=True)
class BlockView:
    """One block: which template renders it, and its values by name."""

    id: str
    type: str
    template: str
    value: dict


def rich_texts(stream_value):
    """All rich texts of a stream, to know which links they need."""
    for child in stream_value:
        yield from _rich_texts(child.block, child.value)


def _rich_texts(struct, value):
    for name, kind in value_kinds(struct).items():
        if kind is Kind.RICH:
            yield value[name].source
        elif kind is Kind.BLOCKS:
            yield from rich_texts(value[name])


def block_views(stream_value, links) -> list[BlockView]:
    """Blocks as templates take them."""
    return [
        BlockView(
            id=child.id,
            type=child.block_type,
            template=child.block.meta.template or "",
            value=_values(child.block, child.value, links),
        )
        for child in stream_value
    ]


def _values(struct, value, links):
    values = {}
    for name, block in struct.child_blocks.items():
        if isinstance(block, StreamBlock):
            values[name] = block_views(value[name], links)
        elif value_kinds(struct)[name] is Kind.RICH:
            values[name] = links.expand(value[name].source) if value[name] else ""
        else:
            values[name] = value[name]
    return values

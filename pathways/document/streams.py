"""Stream fields as blocks of a document, and back.

What a block's values are follows from its definition: rich text and plain text are
texts, streams are children, everything else is a code.
"""

from wagtail import blocks as wagtail_blocks

from pathways.blocks.base import CodeBlock

from .fields import Kind
from .markdown import to_html, to_markdown
from .nodes import Block

_CODES = (
    CodeBlock,
    wagtail_blocks.BooleanBlock,
    wagtail_blocks.ChoiceBlock,
    wagtail_blocks.DateBlock,
    wagtail_blocks.IntegerBlock,
    wagtail_blocks.URLBlock,
)


def value_kinds(struct) -> dict[str, Kind]:
    """What each value of a block is: CODE, TEXT, RICH or BLOCKS, by name."""
    return {name: _kind(child) for name, child in struct.child_blocks.items()}


def _kind(block):
    if isinstance(block, wagtail_blocks.RichTextBlock):
        return Kind.RICH
    if isinstance(block, wagtail_blocks.StreamBlock):
        return Kind.BLOCKS
    if isinstance(block, _CODES):
        return Kind.CODE
    if isinstance(block, wagtail_blocks.CharBlock | wagtail_blocks.TextBlock):
        return Kind.TEXT
    raise TypeError(f"a document has no place for a {type(block).__name__}")


def main_field(struct) -> str | None:
    """The field that a block's text belongs to where no field is named."""
    names = [n for n, kind in value_kinds(struct).items() if kind is Kind.RICH]
    return names[0] if len(names) == 1 else None


def code_default(block):
    """The plain default of a code, as it stands in JSON."""
    return block.get_prep_value(block.get_default())


def read_stream(stream, raw, raw_translations, reference) -> tuple[Block, ...]:
    """Blocks of a stream.

    :param stream: the stream block's definition.
    :param raw: its stored value in the source language, a list of dicts.
    :param raw_translations: ``{language: raw}`` with the source language among them.
    :param reference: function from a page's id to ``method:coach``.
    """
    by_id = {
        language: {child["id"]: child["value"] for child in value}
        for language, value in raw_translations.items()
    }
    return tuple(
        _read_block(
            stream.child_blocks[child["type"]],
            child,
            {lang: values[child["id"]] for lang, values in by_id.items() if child["id"] in values},
            reference,
        )
        for child in raw
    )


def _read_block(struct, raw, values, reference):
    codes, texts, children = {}, {}, {}
    for name, kind in value_kinds(struct).items():
        own = raw["value"].get(name)
        if kind is Kind.CODE:
            if own not in (None, "") and own != code_default(struct.child_blocks[name]):
                codes[name] = own
        elif kind is Kind.BLOCKS:
            inner = read_stream(
                struct.child_blocks[name],
                own or [],
                {language: value.get(name) or [] for language, value in values.items()},
                reference,
            )
            if inner:
                children[name] = inner
        else:
            text = {
                language: written
                for language, value in values.items()
                if (written := _read_text(kind, value.get(name), reference))
            }
            if text:
                texts[name] = text
    return Block(id=raw["id"], type=raw["type"], codes=codes, texts=texts, children=children)


def _read_text(kind, value, reference):
    if not value:
        return ""
    return to_markdown(value, reference) if kind is Kind.RICH else clean(value)


def clean(text):
    """Plain text as a document has it: one kind of line end, no space at the edges."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def write_stream(stream, blocks, language, page_id) -> list[dict]:
    """The stored value of a stream in one language; the inverse of :func:`read_stream`.

    :param page_id: function from ``method:coach`` to a page's id.
    """
    return [
        {
            "type": block.type,
            "id": block.id,
            "value": _write_block(stream.child_blocks[block.type], block, language, page_id),
        }
        for block in blocks
    ]


def _write_block(struct, block, language, page_id):
    values = {}
    for name, kind in value_kinds(struct).items():
        child = struct.child_blocks[name]
        if kind is Kind.CODE:
            values[name] = block.codes.get(name, code_default(child))
        elif kind is Kind.BLOCKS:
            values[name] = write_stream(child, block.children.get(name, ()), language, page_id)
        else:
            text = block.texts.get(name, {}).get(language, "")
            values[name] = to_html(text, page_id) if kind is Kind.RICH else text
    return values

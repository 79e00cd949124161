"""Where in a page a text stands: the anchor that leads there."""

from wagtail.blocks import BooleanBlock, ChoiceBlock, IntegerBlock, StructBlock, StructValue

from pathways.blocks.audience import is_for_staff
from pathways.models import ChecklistItem

_CODES = (BooleanBlock, ChoiceBlock, IntegerBlock)


def anchor_of_row(row) -> str:
    """The anchor of a row of a page, or an empty string where it has none of its own."""
    return f"item-{row.key}" if isinstance(row, ChecklistItem) else ""


def parts_of_stream(stream):
    """``(texts, anchor, staff)`` of each block of a stream; a form gives each of its fields."""
    for block in stream:
        staff = isinstance(block.value, StructValue) and is_for_staff(block.value)
        if "fields" in getattr(block.block, "child_blocks", {}):
            own = [block.value["title"], str(block.value["intro"] or "")]
            yield own, block.id or "", staff
            for field in block.value["fields"]:
                yield _texts(field), f"field-{field.id}", staff
        else:
            yield _texts(block), "", staff


def _texts(block):
    """What people read of a block; also of one that its own class keeps from everybody.

    Not its choices: they are codes, whose labels would be in whichever language is active.
    """
    if not isinstance(block.block, StructBlock):
        return block.block.get_searchable_content(block.value)
    return [
        text
        for name, child in block.block.child_blocks.items()
        if not isinstance(child, _CODES) and name in block.value
        for text in child.get_searchable_content(block.value[name])
        if text
    ]

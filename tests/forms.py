"""What the browser sends back from an editor's form, streams included."""

from bs4 import BeautifulSoup
from wagtail import blocks
from wagtail.test.utils.form_data import querydict_from_html, rich_text


def sent_back(html, page):
    """The data of the page's form as it stands, ready to be changed and posted."""
    data = querydict_from_html(html, form_id="page-edit-form").dict()
    boxes = BeautifulSoup(html, "html.parser").select("input[type=checkbox][checked]:not([value])")
    data |= {box["name"]: "on" for box in boxes if box.get("name") in data}
    for field in page._meta.get_fields():
        if hasattr(field, "stream_block"):
            value = getattr(page, field.name)
            data |= dict(_pairs(field.stream_block, value, field.name))
    return data


def _pairs(block, value, name):
    if isinstance(block, blocks.StreamBlock):
        yield f"{name}-count", len(value)
        for number, child in enumerate(value):
            row = f"{name}-{number}"
            yield from ((f"{row}-deleted", ""), (f"{row}-order", number))
            yield from ((f"{row}-type", child.block_type), (f"{row}-id", child.id))
            yield from _pairs(child.block, child.value, f"{row}-value")
    elif isinstance(block, blocks.StructBlock):
        for part, inner in block.child_blocks.items():
            yield from _pairs(inner, value[part], f"{name}-{part}")
    elif isinstance(block, blocks.RichTextBlock):
        yield name, rich_text(value.source, features=block.features)
    elif not isinstance(block, blocks.BooleanBlock) or value:
        yield name, "" if value is None else value

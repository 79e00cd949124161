"""Pages hold no images; whoever brings them must ask for words, or for “decorative”."""

import pytest
from django.apps import apps
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page

from pathways.blocks.base import RICH_TEXT_FEATURES, RichBlock


def blocks_in(block):
    yield block
    if isinstance(block, ImageBlock):
        return  # asks for a text or “decorative” itself
    if isinstance(block, StructBlock | StreamBlock):
        for child in block.child_blocks.values():
            yield from blocks_in(child)
    elif isinstance(block, ListBlock):
        yield from blocks_in(block.child_block)


def fields(kind):
    pages = [model for model in apps.get_models() if issubclass(model, Page)]
    return [f for model in pages for f in model._meta.get_fields() if isinstance(f, kind)]


def test_no_block_takes_an_image_without_asking_for_words():
    found = [b for field in fields(StreamField) for b in blocks_in(field.stream_block)]
    assert [block for block in found if isinstance(block, ImageChooserBlock)] == []


@pytest.mark.parametrize("features", [RICH_TEXT_FEATURES, RichBlock().features])
def test_running_text_takes_none(features):
    assert {"image", "embed"}.isdisjoint(features)


def test_no_field_of_rich_text_takes_one():
    assert [f.name for f in fields(RichTextField) if not f.features or "image" in f.features] == []

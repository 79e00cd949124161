"""The free text in whatever a form field holds."""

from html import unescape

from django.core.files.uploadedfile import UploadedFile
from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

CODES = {"id", "type"}


def texts_in(value):
    """Every piece of text: of a string, a rich text, a file's name, or the blocks of a stream.

    What is neither (dates, numbers, chosen objects) holds none.
    """
    if isinstance(value, str):
        yield unescape(strip_tags(value)) if "<" in value else value
    elif isinstance(value, UploadedFile):
        yield value.name
    elif isinstance(value, StreamValue):
        yield from texts_in(value.get_prep_value())
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in CODES:
                yield from texts_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part)

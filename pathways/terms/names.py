"""Names that stand in guidance: whoever wrote or published a work, and where a story is from."""

import re

from wagtail.fields import StreamField
from wagtail.models import get_page_models

_NAMES = ("author", "publisher", "said_by")
_NAME = re.compile(r"\b[^\W\d_a-zæøåäö][\w'’-]*")  # begins with a capital


def names_in_pages(language) -> set[str]:
    """Single words of names in published pages of a language, for spelling checkers.

    Of a reference, which is one line of text, only what stands before its first colon and after
    its last comma: who wrote it and who published it.
    """
    found = set()
    for model in get_page_models():
        fields = [field.name for field in model._meta.fields if isinstance(field, StreamField)]
        pages = model.objects.live().filter(locale__language_code=language)
        for streams in pages.values_list(*fields) if fields else ():
            for stream in streams:
                for text in _texts(stream.raw_data):
                    found.update(_NAME.findall(text))
    return found


def _texts(data):
    """Texts of all fields that hold names, however deep."""
    if not isinstance(data, dict):
        for value in data if hasattr(data, "__iter__") and not isinstance(data, str) else ():
            yield from _texts(value)
        return
    for key, value in data.items():
        if key == "reference" and value:
            authors, colon, work = value.partition(":")
            yield f"{authors} {work.rpartition(',')[2]}" if colon else ""
        elif key == "place":
            yield value.title()  # “Example kommune”
        elif isinstance(value, str) and (key in _NAMES or (key == "title" and "language" in data)):
            yield value
        else:
            yield from _texts(value)

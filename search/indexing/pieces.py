"""The texts of an object, taken from its search fields, each with the place that it stands in."""

from dataclasses import dataclass
from html import unescape

from django.db.models import Manager
from django.utils.html import strip_tags
from wagtail.fields import StreamField
from wagtail.search import index

from .places import anchor_of_row, parts_of_stream

# Of our pages: the most important sentence and the lines of a checklist say most about them.
WEIGHTS = {"title": 8.0, "name": 8.0, "summary": 2.5, "items__text": 2.0}


@dataclass(frozen=True)
class Piece:
    """A text. ``staff``: for signed-in staff only. ``begins``: completed while it is typed."""

    field: str
    text: str
    weight: float = 1.0
    anchor: str = ""
    staff: bool = False
    begins: bool = False


def pieces_of(obj) -> list[Piece]:
    """All texts of an object in the order of its fields, without markup."""
    return [piece for piece in _pieces(obj, obj.get_search_fields()) if piece.text]


def _pieces(obj, fields, related="", anchor=""):
    for field in fields:
        name = related + field.field_name
        if isinstance(field, index.RelatedFields):
            for row in _rows(field.get_value(obj)):
                yield from _pieces(row, field.fields, name + "__", anchor_of_row(row))
        elif isinstance(field, index.AutocompleteField):
            for text in _texts(field.get_value(obj)):
                yield Piece(name, text, begins=True)
        elif isinstance(field, index.SearchField):
            weight = WEIGHTS.get(name) or field.boost or 1.0
            for text, place, staff in _values(obj, field):
                yield Piece(name, text, weight, place or anchor, staff)


def _rows(value):
    if value is None:
        return []
    return value.all() if isinstance(value, Manager) else [value]


def _values(obj, field):
    """``(text, anchor, staff)`` of a field; a stream gives those of each of its blocks."""
    model_field = next((f for f in obj._meta.fields if f.name == field.field_name), None)
    if isinstance(model_field, StreamField):
        for texts, anchor, staff in parts_of_stream(getattr(obj, field.field_name)):
            for text in texts:
                yield _plain(text), anchor, staff
    else:
        for text in _texts(field.get_value(obj)):
            yield text, "", False


def _texts(value):
    if value is None or value == "":
        return []
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple, set)):
        return [text for each in value for text in _texts(each)]
    return [_plain(str(value))]


def _plain(text):
    """Without tags; a tag parts words."""
    if "<" in text:
        text = unescape(strip_tags(text.replace("<", " <")))
    return " ".join(text.split())

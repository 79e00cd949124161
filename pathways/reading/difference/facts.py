"""What differs between two nodes: one fact for each field."""

from dataclasses import MISSING, dataclass, fields

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pathways.document.fields import Kind, declared
from pathways.document.nodes import Due
from pathways.document.streams import value_kinds

from .pieces import Piece, pieces

# Wagtail's own words are not there in all languages.
_LABELS = {"title": gettext_lazy("name"), "slug": gettext_lazy("address")}
_INTERNAL = {"origin", "key"}
DEADLINE, LINK, ROLE, TEXT, OTHER = "deadline", "link", "role", "text", "other"


@dataclass(frozen=True)
class Fact:
    """One value that differs. ``note`` says what cannot be shown in this language."""

    name: str
    label: str
    kind: str
    pieces: list[Piece]
    note: str = ""


class Facts:
    """Compares nodes of two documents.

    :param old: says the values of the first document, see `Words`; ``new`` of the second.
    """

    def __init__(self, old, new):
        self.old, self.new = old, new

    def of(self, before, after, model, prefix="") -> list[Fact]:
        """Of two pages, rows or entries of one kind; rows and blocks are left out."""
        found = []
        for field, meta in declared(after):
            was, now = getattr(before, field.name), getattr(after, field.name)
            if was == now or field.name in _INTERNAL:
                continue
            if meta.kind in (Kind.ROWS, Kind.BLOCKS, Kind.IDENTITY):
                continue
            if meta.kind is Kind.PART:
                found += self._part(meta, was, now, model)
                continue
            column = model._meta.get_field(prefix + field.name)
            label = _LABELS.get(field.name, column.verbose_name)
            choices = column.flatchoices if meta.kind is Kind.CODE else ()
            found += self._fact(field.name, label, meta.kind, meta.of, was, now, choices)
        return found

    def of_blocks(self, before, after, struct) -> list[Fact]:
        """Of two blocks of one type; blocks inside them are left out."""
        found = []
        for name, kind in value_kinds(struct).items():
            child = struct.child_blocks[name]
            label = child.label or name
            if kind is Kind.CODE:
                was, now = before.codes.get(name), after.codes.get(name)
                field = getattr(child, "field", None)
                choices = getattr(field, "choices", ()) if field else ()
                found += self._fact(name, label, kind, None, was, now, choices)
            elif kind is not Kind.BLOCKS:
                was, now = before.texts.get(name, {}), after.texts.get(name, {})
                found += self._fact(name, label, kind, None, was, now)
        return found

    def _part(self, meta, was, now, model):
        was, now = was or meta.of(), now or meta.of()
        if meta.of is not Due:
            return self.of(was, now, model, meta.prefix)
        found = self._said("due", _("deadline"), DEADLINE, self.old.due(was), self.new.due(now))
        label = _("note to the deadline")
        return found + self._fact("note", label, Kind.TEXT, None, was.note, now.note)

    def _fact(self, name, label, kind, of, was, now, choices=()):
        said = [
            words.value(kind, of, value, choices)
            for words, value in ((self.old, was), (self.new, now))
        ]
        found = self._said(name, label, _sort_of_fact(kind, of), *said)
        if not found and kind in (Kind.TEXT, Kind.RICH):
            found = self._elsewhere(name, label, was, now)
        return found

    @staticmethod
    def _said(name, label, kind, was, now):
        if was == now:
            return []
        return [Fact(name, capfirst(str(label)), kind, pieces(was, now))]

    def _elsewhere(self, name, label, was, now):
        """The text changed where it was written, and its translation did not."""
        source = self.new.document.source_language
        if was.get(source, "") == now.get(source, ""):
            return []
        note = _("The wording changed in the language it was written in; here it is as before.")
        return [Fact(name, capfirst(str(label)), TEXT, [], note)]


def _sort_of_fact(kind, of):
    if kind is Kind.LINK:
        return LINK
    if kind is Kind.WORD and of == "roles":
        return ROLE
    return TEXT if kind in (Kind.TEXT, Kind.RICH) else OTHER


def blank(node):
    """A node of the same kind that says nothing, to compare one with that is new or gone."""
    given = {"id": node.id, "type": node.type} if hasattr(node, "codes") else {}
    for field in fields(node):
        if field.name not in given and field.default is field.default_factory is MISSING:
            given[field.name] = {} if hasattr(node, "codes") else ""
    return type(node)(**given)

"""Rows and blocks of a page that are new, gone, moved or changed."""

from dataclasses import dataclass, field

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from pathways.blocks.audience import for_reader
from pathways.document.fields import Kind, declared
from pathways.document.nodes import SUBPAGES
from pathways.document.streams import value_kinds

from .facts import Fact, blank
from .order import merged, moved
from .pieces import Piece

ADDED, REMOVED, MOVED, CHANGED = "added", "removed", "moved", "changed"
# What a row is called, and the field that names it.
ROWS = {
    "items": (gettext_lazy("checklist item"), "text"),
    "branches": (gettext_lazy("branch"), "condition"),
    "roles": (gettext_lazy("role"), "role"),
    "terms": (gettext_lazy("term"), "term"),
    "results": (gettext_lazy("result"), "text"),
    "responsibilities": (gettext_lazy("responsibility"), "duty"),
    "milestones": (gettext_lazy("milestone"), "milestone"),
    "consents": (gettext_lazy("consent"), "consent"),
    "outcomes": (gettext_lazy("outcome"), "outcome"),
    "referral_sources": (gettext_lazy("referral source"), "name"),
    "agreements": (gettext_lazy("agreement"), "partner"),
    "screening_rules": (gettext_lazy("screening rule"), "group"),
}
LABELS = {
    ADDED: pgettext_lazy("a change", "New"),
    REMOVED: pgettext_lazy("a change", "Removed"),
    MOVED: pgettext_lazy("a change", "Moved"),
    "text": pgettext_lazy("a change", "Wording"),
    "deadline": pgettext_lazy("a change", "Deadline"),
    "link": pgettext_lazy("a change", "Link"),
    "role": pgettext_lazy("a change", "Role"),
    "other": pgettext_lazy("a change", "Other"),
}


@dataclass(frozen=True)
class RowDifference:
    """A row or block. ``name`` holds the words that it is known by, as they changed.

    ``moved`` says from where; a row may be moved and changed.
    """

    kind: str
    kind_label: str
    key: str
    status: str
    name: list[Piece]
    facts: list[Fact]
    moved: str = ""
    tags: list[str] = field(default_factory=list)

    @property
    def labels(self):
        """What kind of change it is, in words."""
        return [str(LABELS[tag]) for tag in self.tags]


class Rows:
    """Compares the rows of pages.

    :param homes: for each of the two documents, where a row stands: ``{("items", key): (page
        node, row)}``.
    :param reader: who is not told of blocks for others; told of all if not given.
    """

    def __init__(self, facts, homes, reader=None):
        self.facts, self.reader = facts, reader
        self.old_homes, self.new_homes = homes

    def of(self, before, after) -> list[RowDifference]:
        """All rows and blocks of two versions of a page, or of one that is new or gone."""
        found = []
        model = apps.get_model(after.MODEL)
        for field_, meta in declared(after):
            name = field_.name
            if name in SUBPAGES:
                continue
            was, now = getattr(before, name), getattr(after, name)
            if was == now:
                continue
            if meta.kind is Kind.ROWS:
                found += self._rows(name, was, now, model._meta.get_field(name).related_model)
            elif meta.kind is Kind.BLOCKS:
                found += self._blocks(meta.of, was, now)
        return found

    def _rows(self, relation, was, now, model):
        old, new = {row.key: row for row in was}, {row.key: row for row in now}
        shifted = moved(list(old), list(new))
        for key in merged(list(old), list(new)):
            before, after = old.get(key), new.get(key)
            place = ""
            if before is None:
                before, place = self._came_from(relation, key)
            elif after is None and (relation, key) in self.new_homes:
                continue  # told where it is now
            elif key in shifted:
                place = self._place(relation, list(new), key, new)
            if difference := self._row(relation, before, after, model, place):
                yield difference

    def _came_from(self, relation, key):
        """The same row on another page of the first document."""
        if (relation, key) not in self.old_homes:
            return None, ""
        page, row = self.old_homes[relation, key]
        return row, _("from “%(page)s”") % {"page": self.facts.old.text(page.title)}

    def _place(self, relation, keys, key, rows):
        at = keys.index(key)
        if not at:
            return _("now first")
        behind = self._name(relation, rows[keys[at - 1]], self.facts.new)
        return _("now after “%(row)s”") % {"row": behind}

    def _row(self, relation, before, after, model, place):
        label, naming = ROWS[relation]
        row = after or before
        facts = self.facts.of(before or blank(row), after or blank(row), model)
        named = next((fact for fact in facts if fact.name == naming and fact.pieces), None)
        words = self.facts.old if after is None else self.facts.new
        name = named.pieces if named else [Piece("same", self._name(relation, row, words))]
        return _difference(relation, str(label), row.key, before, after, name, facts, named, place)

    @staticmethod
    def _name(relation, row, words):
        naming = ROWS[relation][1]
        meta = next(meta for field_, meta in declared(row) if field_.name == naming)
        return words.value(meta.kind, meta.of, getattr(row, naming))

    def _blocks(self, stream, was, now):
        if self.reader:
            was, now = for_reader(was, self.reader), for_reader(now, self.reader)
        old, new = {block.id: block for block in was}, {block.id: block for block in now}
        shifted = moved(list(old), list(new))
        keys = list(new)
        for key in merged(list(old), keys):
            before, after = old.get(key), new.get(key)
            if before and after and before.type != after.type:
                yield from self._block(stream, before, None, "")
                before = None
            place = ""
            if key in shifted:
                at = keys.index(key)
                behind = at and self._block_name(stream, new[keys[at - 1]], self.facts.new)
                place = _("now after “%(row)s”") % {"row": behind} if at else _("now first")
            yield from self._block(stream, before, after, place)

    def _block(self, stream, before, after, place):
        block = after or before
        struct = stream.child_blocks[block.type]
        facts = self.facts.of_blocks(before or blank(block), after or blank(block), struct)
        words = self.facts.old if after is None else self.facts.new
        name = [Piece("same", self._block_name(stream, block, words))]
        label = str(struct.label or block.type)
        difference = _difference("block", label, block.id, before, after, name, facts, None, place)
        if difference:
            yield difference
        for inner, kind in value_kinds(struct).items():
            if kind is Kind.BLOCKS:
                was = before.children.get(inner, ()) if before else ()
                now = after.children.get(inner, ()) if after else ()
                if was != now:
                    yield from self._blocks(struct.child_blocks[inner], was, now)

    @staticmethod
    def _block_name(stream, block, words):
        """Its heading, or its first words."""
        kinds = value_kinds(stream.child_blocks[block.type])
        said = [
            words.value(kinds[name], None, block.texts[name])
            for name in ("heading", "title", "label", *kinds)
            if name in block.texts
        ]
        first = next((text.splitlines()[0] for text in said if text), "")
        return first if len(first) <= _LONGEST else first[:_LONGEST].rsplit(" ", 1)[0] + " …"


_LONGEST = 80


def _difference(kind, label, key, before, after, name, facts, named, place):
    """:param named: the fact that the row's name shows already."""
    status = CHANGED if before and after else ADDED if after else REMOVED
    if status is CHANGED and not facts and not place:
        return None
    if status is CHANGED and place and not facts:
        status = MOVED
    tags = [status] if status in (ADDED, REMOVED) else []
    if place:
        tags.append(MOVED)
    if status is CHANGED:
        order = list(LABELS)
        tags += sorted({fact.kind for fact in facts}, key=order.index)
    if status in (ADDED, REMOVED):
        # The whole is new or gone: its name needs no marks of its own.
        name = [Piece(status, "".join(p.text for p in name if p.kind in ("same", status)))]
    return RowDifference(
        kind=kind,
        kind_label=capfirst(label),
        key=key,
        status=status,
        name=name,
        facts=[fact for fact in facts if fact is not named],
        moved=place,
        tags=tags,
    )

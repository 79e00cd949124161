"""Writing a node into a model instance and its rows."""

import json
import uuid

from django.apps import apps
from django.utils.functional import cached_property

from pathways.document.fields import Kind, declared
from pathways.document.markdown import to_html
from pathways.document.nodes import SUBPAGES, VOCABULARY
from pathways.document.streams import write_stream


def fill(instance, node, locale, references, *, exactly=False):
    """Set every field and row of an instance from its node, in the node's own language.

    Rows are matched by key and keep primary key and ``translation_key``; rows that were
    made in the portal and are not in the node stay, after the others.

    :param exactly: they go.
    """
    Writer(locale, references, exactly).write(instance, node)


class Writer:
    """Writes nodes of one source language."""

    def __init__(self, locale, references, exactly=False):
        self.locale = locale
        self.references = references
        self.exactly = exactly

    @property
    def language(self):
        return self.locale.language_code

    @cached_property
    def words(self):
        """Primary keys of words in the language, by vocabulary and slug."""
        return {
            name: dict(
                apps.get_model(node.MODEL)
                .objects.filter(locale=self.locale)
                .values_list("slug", "pk")
            )
            for name, node in VOCABULARY.items()
        }

    def page_id(self, name):
        return self.references.page_id(name, self.locale)

    def text(self, texts):
        """One text in the writer's language."""
        return texts.get(self.language, "")

    def write(self, instance, node, prefix=""):
        for field, meta in declared(node):
            if field.name not in SUBPAGES:
                self._write_field(instance, node, field, meta, prefix)

    def _write_field(self, instance, node, field, meta, prefix):
        name, value = prefix + field.name, getattr(node, field.name)
        match meta.kind:
            case Kind.IDENTITY | Kind.CODE:
                column = instance._meta.get_field(name)
                setattr(instance, name, column.to_python(value))
            case Kind.WORD:
                self._write_word(instance, name, meta.of, value)
            case Kind.LINK:
                setattr(instance, f"{name}_id", self.page_id(value) if value else None)
            case Kind.TEXT:
                setattr(instance, name, self.text(value))
            case Kind.RICH:
                setattr(instance, name, to_html(self.text(value), self.page_id))
            case Kind.BLOCKS:
                raw = write_stream(meta.of, value, self.language, self.page_id)
                setattr(instance, name, json.dumps(raw))
            case Kind.ROWS:
                self._write_rows(instance, name, value)
            case Kind.PART:
                self.write(instance, value or meta.of(), meta.prefix)

    def _write_word(self, instance, name, vocabulary, slug):
        setattr(instance, f"{name}_id", self.words[vocabulary][slug] if slug else None)

    def _write_rows(self, instance, name, nodes):
        relation = instance._meta.get_field(name)
        existing = {row.key: row for row in getattr(instance, name).all()}
        rows = []
        for node in nodes:
            row = existing.pop(node.key, None)
            if row is None:
                row = relation.related_model(translation_key=uuid.uuid4())
            row.locale = self.locale
            self.write(row, node)
            rows.append(row)
        if not self.exactly:
            rows += [row for row in existing.values() if row.origin == "local"]
        for number, row in enumerate(rows):
            row.sort_order = number
        getattr(instance, name).set(rows)

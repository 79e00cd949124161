"""Texts of another language, from a node to the strings that wagtail-localize keeps.

The page of the other language is made from its source page and from translated strings.
That way editors can manage it, it is reported when it falls behind, and a sync loses
nothing.
"""

from wagtail_localize.strings import StringValue, extract_strings

from pathways.document.fields import Kind, declared
from pathways.document.markdown import to_html
from pathways.document.nodes import SUBPAGES
from pathways.document.streams import value_kinds
from pathways.translation.texts import translate_texts


def translate(instance, node, locale, references) -> int:
    """Write the node's texts of a language and publish them when they are complete.

    :param instance: the saved page or word in the source language.
    :returns: how many texts are missing; above zero nothing is published.
    """
    texts = _TextsByPath(instance.locale, locale, references)
    texts.collect(node, instance)
    return translate_texts(instance, locale, texts.found)


class _TextsByPath:
    """``found`` maps a context's path to the target strings and changed links."""

    def __init__(self, own, other, references):
        self.own = own
        self.other = other.language_code
        self.references = references
        self.found = {}

    def collect(self, node, instance, prefix=""):
        """Add the texts of a node, its rows and its blocks."""
        for field, meta in declared(node):
            name, value = field.name, getattr(node, field.name)
            if meta.kind in (Kind.TEXT, Kind.RICH):
                self._add(prefix + name, meta.kind, value)
            elif meta.kind is Kind.PART:
                if value is not None:
                    self._add_part(value, prefix + meta.prefix)
            elif meta.kind is Kind.BLOCKS:
                self._add_blocks(meta.of, value, f"{prefix}{name}.")
            elif meta.kind is Kind.ROWS and name not in SUBPAGES:
                rows = {row.key: row for row in getattr(instance, name).all()}
                for row in value:
                    path = f"{prefix}{name}.{rows[row.key].translation_key}."
                    self.collect(row, rows[row.key], path)

    def _add_part(self, part, prefix):
        for field, meta in declared(part):
            if meta.kind is Kind.TEXT:
                self._add(prefix + field.name, meta.kind, getattr(part, field.name))

    def _add_blocks(self, stream, blocks, prefix):
        for block in blocks:
            struct = stream.child_blocks[block.type]
            path = f"{prefix}{block.id}."
            for name, kind in value_kinds(struct).items():
                if kind in (Kind.TEXT, Kind.RICH):
                    self._add(path + name, kind, block.texts.get(name, {}))
                elif kind is Kind.BLOCKS:
                    inner = struct.child_blocks[name]
                    self._add_blocks(inner, block.children.get(name, ()), f"{path}{name}.")

    def _add(self, path, kind, text):
        if self.other not in text:
            return
        if kind is Kind.TEXT:
            self.found[path] = [StringValue.from_plaintext(text[self.other]).data], {}
            return
        own, other = (self._html(text[code]) for code in (self.own.language_code, self.other))
        own_strings, other_strings = extract_strings(own)[1], extract_strings(other)[1]
        links = {
            was: now
            for was, now in zip(_links(own_strings), _links(other_strings), strict=False)
            if was != now
        }
        self.found[path] = [string.data for string, _attributes in other_strings], links

    def _html(self, markdown):
        return to_html(markdown, lambda name: self.references.page_id(name, self.own))


def _links(strings):
    return [
        tag["href"]
        for _string, attributes in strings
        for tag in attributes.values()
        if "href" in tag
    ]

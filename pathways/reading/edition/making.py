"""From a node of a document to a page that can be read as the live ones are.

What is made here is in no database and must never be saved. It has negative primary keys, so
that a query that asks for it finds nothing.
"""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from pathways.document.fields import Kind, declared
from pathways.document.importing.rows import Writer
from pathways.document.nodes import SUBPAGES


class Maker(Writer):
    """Makes pages and rows in one language.

    :param locale: of the texts; what is missing in it is in the document's own language.
    :param names: gives numbers to pages and words: see `Numbers`.
    :param words: function from a vocabulary and a slug to an entry.
    """

    def __init__(self, locale, fallback, names, words):
        super().__init__(locale, references=None)
        self.fallback, self.names, self.entry = fallback, names, words
        self.streams = True
        self.only_rows = None

    def page_id(self, name):
        return self.names.of(name)

    def text(self, texts):
        return texts.get(self.language) or texts.get(self.fallback, "")

    def page(self, node, *, whole=True, rows=(), **values):
        """The page of a node.

        :param whole: with all its blocks and rows; otherwise with these ``rows`` alone.
        """
        model = apps.get_model(node.MODEL)
        number = self.page_id(f"{node.KIND}:{node.key}")
        page = model(
            id=number,
            page_ptr_id=number,
            locale=self.locale,
            content_type=ContentType.objects.get_for_model(model),
            live=True,
            **values,
        )
        self.streams, self.only_rows = whole, None if whole else rows
        self.write(page, node)
        return page

    def word(self, node):
        """An entry of the vocabulary."""
        model = apps.get_model(node.MODEL)
        row = model(pk=self.names.of(f"{node.MODEL}:{node.slug}"), locale=self.locale)
        self.write(row, node)
        return row

    def write(self, instance, node, prefix=""):
        for field, meta in declared(node):
            if field.name in SUBPAGES:
                continue
            if meta.kind is not Kind.BLOCKS or self.streams:
                self._write_field(instance, node, field, meta, prefix)

    def _write_word(self, instance, name, vocabulary, slug):
        setattr(instance, name, self.entry(vocabulary, slug) if slug else None)

    def _write_rows(self, instance, name, nodes):
        """All relations are set, empty ones too, so that none is looked up."""
        model = instance._meta.get_field(name).related_model
        rows = []
        if self.only_rows is None or name in self.only_rows:
            for place, node in enumerate(nodes):
                row = model(pk=self.names.next(), locale=self.locale, sort_order=place)
                self.write(row, node)
                rows.append(row)
        getattr(instance, name).set(rows)


class Numbers:
    """Negative numbers for what has no primary key: the same name has the same number."""

    def __init__(self):
        self._by_name, self._by_number, self._last = {}, {}, 0

    def next(self):
        """A number that nothing has."""
        self._last -= 1
        return self._last

    def of(self, name):
        """The number of a name."""
        if name not in self._by_name:
            number = self._by_name[name] = self.next()
            self._by_number[number] = name
        return self._by_name[name]

    def name_of(self, number):
        """The name that has the number."""
        return self._by_number[number]

"""A document as checks see it: its pathway's pages, and names in the source language."""

from functools import cached_property

from pathways.document.nodes import VOCABULARY

from .findings import Finding, Level


class Subject:
    """One document that is being checked."""

    def __init__(self, document, world):
        self.document, self.world = document, world
        self.pathways = document.pathways

    @cached_property
    def pages(self):
        """All pages, parents first."""
        return list(self.document.pages())

    @cached_property
    def steps(self):
        """The steps in order."""
        return [page for page in self.pages if page.KIND == "step"]

    @cached_property
    def items(self):
        """Pairs of step and item."""
        return [(step, item) for step in self.steps for item in step.items]

    @cached_property
    def deadlines(self):
        """Pairs of step and item, of those that have a deadline."""
        return [(s, i) for s, i in self.items if i.due and i.due.amount is not None]

    @cached_property
    def _names(self):
        return {
            (vocabulary, entry.slug): self.said(entry.name) or entry.slug
            for vocabulary in VOCABULARY
            for entry in getattr(self.document, vocabulary)
        }

    def said(self, text):
        """A text in the source language, or in any that it has."""
        return text.get(self.document.source_language) or next(iter(text.values()), "")

    def word(self, vocabulary, slug):
        """The name of a word."""
        return self._names.get((vocabulary, slug), slug)

    @staticmethod
    def row_at(page, place):
        """Relation and row of a value of a page; the row is None where it stands in none."""
        relation = place[1]
        rows = getattr(page, relation, None)
        if isinstance(rows, tuple) and len(place) > 3:
            found = (row for row in rows if getattr(row, "key", "") == place[2])
            return relation, next(found, None)
        return relation, None

    def error(self, message, page, relation="", row=None):
        """A finding that blocks."""
        return self._finding(Level.ERROR, message, page, relation, row)

    def warning(self, message, page, relation="", row=None):
        """A finding that asks."""
        return self._finding(Level.WARNING, message, page, relation, row)

    def _finding(self, level, message, page, relation, row):
        place, where = [f"{page.KIND}:{page.key}"], [self.said(page.title) or page.key]
        if relation:
            place.append(relation)
        if row is not None:
            place.append(row.key)
            where.append(self._words_of(row) or row.key)
        return Finding("", level, str(message), tuple(place), ": ".join(where))

    def _words_of(self, row):
        for name in ("text", "condition", "duty", "name", "partner"):
            if isinstance(text := getattr(row, name, None), dict) and text:
                return self.said(text)
        for vocabulary in ("milestone", "consent", "outcome", "role", "term"):
            if slug := getattr(row, vocabulary, ""):
                return self.word(f"{vocabulary}s", slug)
        return ""

"""Values of a document in words, as a reader of one language knows them."""

from types import SimpleNamespace

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from pathways.document.fields import Kind
from pathways.document.nodes import VOCABULARY
from pathways.reading.due_words import due_words

from .plain import plain


class Words:
    """Says what one document holds.

    :param titles: of live pages that the document names and does not hold: `LiveTitles`.
    """

    def __init__(self, document, language, titles):
        self.document, self.language, self.titles = document, language, titles

    @cached_property
    def _own_titles(self):
        return {f"{n.KIND}:{n.key}": self.text(n.title) for n in self.document.pages()}

    @cached_property
    def _entries(self):
        return {
            (name, entry.slug): self.text(entry.name)
            for name in VOCABULARY
            for entry in getattr(self.document, name)
        }

    def text(self, texts):
        """In the language, or in that of the document."""
        return texts.get(self.language) or texts.get(self.document.source_language, "")

    def rich(self, texts):
        return plain(self.text(texts), self.title)

    def title(self, name):
        """The title of a page that is named as ``method:coach``."""
        return self._own_titles.get(name) or self.titles.of(name)

    def word(self, vocabulary, slug):
        return self._entries.get((vocabulary, slug), slug)

    def due(self, due):
        """A deadline as a sentence; empty where there is none."""
        if due is None or due.amount is None:
            return ""
        names = ("amount", "earliest", "unit", "direction", "nth", "hard")
        rule = SimpleNamespace(**{f"due_{name}": getattr(due, name) for name in names})
        return due_words(rule, self.word("milestones", due.anchor) if due.anchor else "")

    def value(self, kind, of, value, choices=()):
        """A code, reference or text in words.

        :param choices: labels by value, of a code that has them.
        """
        match kind:
            case Kind.TEXT:
                return self.text(value)
            case Kind.RICH:
                return self.rich(value)
            case Kind.WORD:
                return self.word(of, value) if value else ""
            case Kind.LINK:
                return self.title(value) if value else ""
        return code_words(value, choices)


def code_words(value, choices=()):
    """A code as readers see it."""
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    labels = dict(choices)
    if value in labels:
        return str(labels[value])
    day = parse_date(value) if isinstance(value, str) and len(value) == 10 else None
    return date_format(day) if day else str(value)

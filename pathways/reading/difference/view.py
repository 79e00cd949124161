"""The difference of two documents, page by page."""

from collections import Counter
from dataclasses import dataclass, field, replace

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from pathways.document.nodes import SUBPAGES, VOCABULARY
from pathways.reading.edition.pages import names_below

from .facts import Fact, Facts, blank
from .order import merged, moved
from .pieces import Piece
from .rows import ADDED, CHANGED, LABELS, MOVED, REMOVED, RowDifference, Rows
from .titles import LiveTitles
from .words import Words


@dataclass(frozen=True)
class PageDifference:
    """A page that is new, gone, moved or changed; ``moved`` says from where."""

    kind: str
    kind_label: str
    key: str
    title: str
    status: str
    moved: str
    facts: list[Fact]
    rows: list[RowDifference]
    url: str = ""

    @property
    def dom_id(self):
        return f"{self.kind}-{self.key}"

    @property
    def label(self):
        """What happened to the page as a whole; empty where only parts of it changed."""
        if self.status == CHANGED:
            return str(LABELS[MOVED]) if self.moved else ""
        return str(LABELS[self.status])


@dataclass(frozen=True)
class Count:
    """How many changes of a kind there are."""

    label: str
    number: int


@dataclass(frozen=True)
class Difference:
    """All that differs, in the order in which the pathway is read; words of the vocabulary last.

    :ivar language: of the texts.
    """

    language: str
    pages: list[PageDifference] = field(default_factory=list)
    words: list[RowDifference] = field(default_factory=list)

    def __bool__(self):
        return bool(self.pages or self.words)

    @property
    def counts(self) -> list[Count]:
        """How many rows and pages changed in which way; one that changed in two ways is in both."""
        found = Counter(tag for row in self.rows for tag in row.tags)
        for page in self.pages:
            found.update([page.status] if page.status in (ADDED, REMOVED) else [])
            found.update([MOVED] if page.moved else [])
            found.update({fact.kind for fact in page.facts} if page.status == CHANGED else ())
        return [Count(str(LABELS[tag]), found[tag]) for tag in LABELS if found[tag]]

    @property
    def rows(self):
        """Rows of all pages, and words."""
        return [*(row for page in self.pages for row in page.rows), *self.words]

    def of(self, kind, key) -> PageDifference | None:
        """What changed on one page."""
        return next((p for p in self.pages if (p.kind, p.key) == (kind, key)), None)


def difference_of(before, after, language, *, addresses=None, reader=None) -> Difference:
    """How two documents of one pathway differ.

    Asks the database only for titles of pages that neither holds, once for each of their kinds.

    :param language: of the reader; where one of the two lacks it, the second one's own.
    :param addresses: two functions from kind and key to where a page of the first and of the
        second document is read.
    :param reader: what that one does not get is left out; nothing if not given.
    """
    both = language in before.languages and language in after.languages
    language = language if both else after.source_language
    return _Comparing(before, after, language, addresses, reader).difference()


class _Comparing:
    def __init__(self, before, after, language, addresses, reader):
        self.before, self.after, self.language = before, after, language
        self.addresses = addresses
        self.closed = set(names_below(reader.closed)) if reader else set()
        self.old, self.new = _Side(before), _Side(after)
        self.changed = self._changed()
        titles = LiveTitles((language, after.source_language))
        self.facts = Facts(Words(before, language, titles), Words(after, language, titles))
        self.rows = Rows(self.facts, (self.old.homes, self.new.homes), reader)

    def _changed(self):
        """Names of pages that are new, gone or differ, in reading order."""
        names = merged(list(self.old.pages), list(self.new.pages))
        return [n for n in names if self.old.pages.get(n) != self.new.pages.get(n)]

    def difference(self):
        shifted = self.old.shifted(self.new)
        wanted = (set(self.changed) | shifted.keys()) - self.closed
        names = [name for name in self.new.order(self.old) if name in wanted]
        pages = [page for name in names if (page := self._page(name, shifted.get(name)))]
        return Difference(self.language, pages, list(self._words()))

    def _page(self, name, parents):
        before, after = self.old.pages.get(name), self.new.pages.get(name)
        node = after or before
        model = apps.get_model(node.MODEL)
        status = CHANGED if before and after else ADDED if after else REMOVED
        words = self.facts.old if after is None else self.facts.new
        before, after = before or blank(node), after or blank(node)
        facts = self.facts.of(before, after, model)
        rows = self.rows.of(before, after)
        place = self._moved(name, parents) if parents else ""
        if status == CHANGED and not facts and not rows:
            if not place:
                return None
            status = MOVED
        return PageDifference(
            kind=node.KIND,
            kind_label=capfirst(str(model._meta.verbose_name)),
            key=node.key,
            title=words.text(node.title),
            status=status,
            moved=place,
            # Of a new page the title says enough; its rows are told one by one.
            facts=facts if status == CHANGED else [f for f in facts if f.name == "summary"],
            rows=rows,
            url=self._url(node, status),
        )

    def _url(self, node, status):
        if self.addresses is None:
            return ""
        address = self.addresses[0] if status == REMOVED else self.addresses[1]
        return address(node.KIND, node.key)

    def _moved(self, name, parents):
        was, now = parents
        if was != now:
            return _("from “%(page)s”") % {"page": self.facts.old.title(was)}
        siblings = self.new.children[now]
        at = siblings.index(name)
        if not at:
            return _("now first")
        return _("now after “%(row)s”") % {"row": self.facts.new.title(siblings[at - 1])}

    def _words(self):
        """Entries of the vocabulary that both documents hold and that say something else now."""
        for name, node in VOCABULARY.items():
            model = apps.get_model(node.MODEL)
            old = {entry.slug: entry for entry in getattr(self.before, name)}
            for entry in getattr(self.after, name):
                was = old.get(entry.slug)
                facts = self.facts.of(was, entry, model) if was and was != entry else []
                if facts:
                    yield RowDifference(
                        kind=name,
                        kind_label=capfirst(str(model._meta.verbose_name)),
                        key=entry.slug,
                        status=CHANGED,
                        name=[Piece("same", self.facts.new.text(entry.name))],
                        facts=facts,
                        tags=sorted({fact.kind for fact in facts}, key=list(LABELS).index),
                    )


class _Side:
    """One of the two documents: its pages without those below them, and where they stand."""

    def __init__(self, document):
        self.pages, self.children, self.parents, self.homes = {}, {}, {}, {}
        for page in document.pages():
            name = f"{page.KIND}:{page.key}"
            below = {field_: () for field_ in SUBPAGES if hasattr(page, field_)}
            self.pages[name] = replace(page, **below) if below else page
            self.children[name] = [
                f"{child.KIND}:{child.key}"
                for field_ in reversed(SUBPAGES)
                for child in getattr(page, field_, ())
            ]
            self.parents |= dict.fromkeys(self.children[name], name)
            for relation in ("items", "branches"):
                for row in getattr(page, relation, ()):
                    self.homes[relation, row.key] = (page, row)

    def order(self, old):
        """Names of the pages of both, as they are read."""
        return merged(list(old.pages), list(self.pages))

    def shifted(self, new):
        """Pages that stand elsewhere in the other document: ``{name: (old, new parent)}``."""
        found = {}
        for parent, names in new.children.items():
            for name in names:
                if name in self.parents and self.parents[name] != parent:
                    found[name] = (self.parents[name], parent)
            stayed = [n for n in self.children.get(parent, ()) if n not in found]
            for name in moved(stayed, names):
                found[name] = (parent, parent)
        return found

"""From pages to the document."""

from datetime import date, time

from django.apps import apps
from django.db.models import Q
from wagtail.models import Locale

from .fields import Kind, declared
from .markdown import to_markdown
from .nodes import PAGE_NODES, SUBPAGES, VOCABULARY, Document
from .references import References
from .streams import clean, read_stream
from .walk import page_references, walk_page


class NotFound(LookupError):
    """No package has the key."""


def build_document(key) -> Document:
    """The package with that key, as readers see it now, in all its languages.

    :raises NotFound: when nothing belongs to the package.
    """
    return Builder(key).document()


class Builder:
    """Reads what belongs to one package."""

    def __init__(self, key):
        self.key = key
        self.references = References()
        self.languages = dict(Locale.objects.values_list("pk", "language_code"))
        self.pages = {}
        for kind in PAGE_NODES:
            self.pages[kind] = _grouped(self._pages(kind))
        self.source_locale_id = self._source_locale_id()

    def _pages(self, kind):
        """Live pages of the package; with a pathway goes all that stands below it."""
        model = apps.get_model(PAGE_NODES[kind].MODEL)
        belongs = Q(package=self.key)
        if kind == "pathway":
            belongs |= Q(package="", key=self.key)
        for pathway in self._pathway_paths():
            belongs |= Q(path__startswith=pathway)
        return self._with_rows(model.objects.live().filter(belongs))

    @staticmethod
    def _with_rows(pages):
        relations = [r.get_accessor_name() for r in pages.model.row_relations()]
        return pages.order_by("path").prefetch_related(*relations)

    def _pathway_paths(self):
        return [
            page.path
            for versions in self.pages.get("pathway", {}).values()
            for page in versions.values()
        ]

    def _source_locale_id(self):
        """The locale whose pages are nobody's translation: every page is in it."""
        totals = {}
        for groups in self.pages.values():
            for versions in groups.values():
                for locale_id, page in versions.items():
                    earliest, count = totals.get(locale_id, (page.pk, 0))
                    totals[locale_id] = min(earliest, page.pk), count + 1
        if not totals:
            raise NotFound(self.key)
        return max(totals, key=lambda locale_id: (totals[locale_id][1], -totals[locale_id][0]))

    def document(self):
        """The document."""
        source = self.languages[self.source_locale_id]
        pathways = tuple(self._pathways())
        self._adopt(self._referred_to_by(pathways))
        pages = {
            "pathways": pathways,
            "methods": tuple(self._nodes("method")),
            "templates": tuple(self._nodes("template")),
            "articles": tuple(self._nodes("article")),
        }
        words = self._words_used_by(node for nodes in pages.values() for node in nodes)
        content = pages | {name: tuple(self._entries(name, words)) for name in VOCABULARY}
        found = {
            self.languages[locale_id]
            for groups in self.pages.values()
            for versions in groups.values()
            for locale_id in versions
        }
        others = sorted(found - {source})
        return Document(
            key=self.key, source_language=source, languages=(source, *others), **content
        )

    def _pathways(self):
        for versions in self.pages["pathway"].values():
            page = versions[self.source_locale_id]
            phases = tuple(
                self.node("phase", phase, steps=self._steps_below(phase[self.source_locale_id]))
                for phase in self._below("phase", page)
            )
            yield self.node("pathway", versions, phases=phases, steps=self._steps_below(page))

    def _steps_below(self, page):
        return tuple(self.node("step", step) for step in self._below("step", page))

    def _below(self, kind, parent):
        """In the order of the source language: another tree may stand before it."""
        locale = self.source_locale_id
        below = [
            versions
            for versions in self.pages[kind].values()
            if locale in versions and versions[locale].path[: -parent.steplen] == parent.path
        ]
        return sorted(below, key=lambda versions: versions[locale].path)

    def _nodes(self, kind):
        for versions in self.pages[kind].values():
            if self.source_locale_id in versions:
                yield self.node(kind, versions)

    def node(self, kind, versions, **subpages):
        """The node of one page. ``versions`` holds its languages, by locale id."""
        return self._read(PAGE_NODES[kind], self._by_language(versions), subpages)

    def _by_language(self, versions):
        """Versions by language, the source first."""
        first = {self.languages[self.source_locale_id]: versions[self.source_locale_id]}
        return first | {self.languages[pk]: page for pk, page in versions.items()}

    @staticmethod
    def _referred_to_by(pathways):
        """Names of the pages that steps lead to."""
        nodes = [n for pathway in pathways for n in below(pathway)]
        return {r for n in nodes for v in walk_page(n) for r in page_references(v)}

    def _adopt(self, names):
        """Take in pages that nobody owns and that the pathway needs."""
        for kind in ("method", "template", "article"):
            keys = [n.partition(":")[2] for n in names if n.startswith(f"{kind}:")]
            model = apps.get_model(PAGE_NODES[kind].MODEL)
            pages = model.objects.live().filter(package="", key__in=keys)
            self.pages[kind] |= _grouped(self._with_rows(pages))

    @staticmethod
    def _words_used_by(nodes):
        return {
            (value.of, value.value)
            for node in nodes
            for page in below(node)
            for value in walk_page(page)
            if value.kind is Kind.WORD and value.value
        }

    def _entries(self, name, words):
        """The package's own words, and those that nobody owns and it uses."""
        node = VOCABULARY[name]
        used = [slug for vocabulary, slug in words if vocabulary == name]
        belongs = Q(package=self.key) | Q(package="", slug__in=used)
        rows = apps.get_model(node.MODEL).objects.filter(belongs).order_by("pk")
        for versions in _grouped(rows).values():
            if self.source_locale_id in versions:
                yield self._read(node, self._by_language(versions), {})

    def _read(self, node, versions, subpages):
        own = next(iter(versions.values()))
        values = {}
        for field, meta in declared(node):
            if field.name in SUBPAGES:
                values[field.name] = subpages.get(field.name, ())
            else:
                values[field.name] = self._value(meta, field.name, own, versions)
        return node(**values)

    def _value(self, meta, name, own, versions):
        match meta.kind:
            case Kind.IDENTITY:
                return getattr(own, name)
            case Kind.CODE:
                return scalar(getattr(own, name))
            case Kind.WORD:
                return self.references.slug(meta.of, getattr(own, f"{name}_id"))
            case Kind.LINK:
                page_id = getattr(own, f"{name}_id")
                return (page_id and self.references.page_name(page_id)) or ""
            case Kind.TEXT:
                return _texts(versions, lambda row: clean(getattr(row, name)))
            case Kind.RICH:
                return _texts(
                    versions,
                    lambda row: to_markdown(getattr(row, name), self.references.page_name),
                )
            case Kind.BLOCKS:
                return self._blocks(meta.of, name, own, versions)
            case Kind.ROWS:
                return self._rows(meta.of, name, versions)
            case Kind.PART:
                return self._part(meta, own, versions)

    def _blocks(self, stream, name, own, versions):
        raw = {
            language: getattr(page, name).get_prep_value() for language, page in versions.items()
        }
        return read_stream(
            stream,
            getattr(own, name).get_prep_value(),
            raw,
            self.references.page_name,
        )

    def _rows(self, node, name, versions):
        by_key = {
            language: {row.key: row for row in getattr(page, name).all()}
            for language, page in versions.items()
        }
        first = next(iter(by_key.values()))
        return tuple(
            self._read(
                node,
                {lang: rows[key] for lang, rows in by_key.items() if key in rows},
                {},
            )
            for key in first
        )

    def _part(self, meta, own, versions):
        values = {
            field.name: self._value(inner, meta.prefix + field.name, own, versions)
            for field, inner in declared(meta.of)
        }
        node = meta.of(**values)
        return None if node == meta.of() else node


def below(node):
    """A page node and all page nodes below it."""
    yield node
    for name in SUBPAGES:
        for child in getattr(node, name, ()):
            yield from below(child)


def scalar(value):
    """A model's value as JSON has it."""
    return value.isoformat() if isinstance(value, date | time) else value


def _texts(versions, read):
    texts = {language: read(row) for language, row in versions.items()}
    return {language: text for language, text in texts.items() if text}


def _grouped(rows):
    """``{translation_key: {locale_id: row}}`` in the order of the rows."""
    groups = {}
    for row in rows:
        groups.setdefault(row.translation_key, {})[row.locale_id] = row
    return groups

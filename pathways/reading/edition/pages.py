"""The pages of an edition, made of its document when they are asked for."""

from collections import defaultdict
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import F, Q
from django.utils.functional import cached_property
from wagtail.models import Locale, Page

from pathways.document.nodes import PAGE_NODES, VOCABULARY
from pathways.reading.pages import LivePages

from .making import Maker, Numbers

STEPLEN = Page.steplen
# Nothing in the tree has such a path.
ROOT = "-" * STEPLEN


class NotInEdition(LookupError):
    """The edition has no such page."""


class EditionPages(LivePages):
    """Answers as `LivePages` does, from a document.

    :param document: it is only read.
    :param language: the reader's; where the document lacks it, its own language is read.
    :param address: function from a kind and a key to the address at which a page of the
        document is read.
    :param is_live: whether the pages are read at the addresses of the live ones.
    """

    def __init__(self, document, language, *, languages, address, is_live=False):
        self.document, self.wanted_language, self.address = document, language, address
        self.is_live = is_live
        self.language = language if language in languages else document.source_language
        self.names = Numbers()
        self._words = {}
        self._closed = {}

    @cached_property
    def _maker(self):
        locale = Locale(language_code=self.language)
        return Maker(locale, self.document.source_language, self.names, self._word)

    @cached_property
    def _nodes(self):
        return {f"{node.KIND}:{node.key}": node for node in self.document.pages()}

    @cached_property
    def _paths(self):
        """Paths of the pathway's pages as they stand in the document."""
        paths = {}
        for number, pathway in enumerate(self.document.pathways):
            paths[f"pathway:{pathway.key}"] = above = f"{ROOT}{number:0{STEPLEN}}"
            for place, node in enumerate([*pathway.steps, *pathway.phases]):
                paths[f"{node.KIND}:{node.key}"] = here = f"{above}{place:0{STEPLEN}}"
                for below, step in enumerate(getattr(node, "steps", ())):
                    paths[f"step:{step.key}"] = f"{here}{below:0{STEPLEN}}"
        return paths

    def page(self, kind, key, **how):
        """The page, made anew.

        :raises NotInEdition: when the document does not have it.
        """
        name = f"{kind}:{key}"
        if name not in self._nodes:
            raise NotInEdition(name)
        path = self._paths.get(name, ROOT)
        page = self._maker.page(self._nodes[name], path=path, depth=len(path) // STEPLEN, **how)
        page.kept_in, page.address = self, self.address(kind, key)
        return page

    def pathway_of(self, page):
        """The pathway that the document is about."""
        return self.page("pathway", self.document.pathway.key)

    def line_of(self, pathway, reader, *, detailed):
        rows = ("items", "branches") if detailed else ("items",) if self.is_live else ()
        phases, steps = [], []
        for name in sorted(self._paths, key=self._paths.get):
            kind, _colon, key = name.partition(":")
            if kind != "pathway" and name not in self.closed_to(reader):
                found = phases if kind == "phase" else steps
                found.append(self.page(kind, key, whole=False, rows=rows))
        return phases, steps

    def whole_line(self, reader) -> list:
        """All phases and steps that the reader gets, whole, in the order of the document."""
        names = sorted(self._paths.keys() - self.closed_to(reader), key=self._paths.get)
        pages = [self.page(*name.split(":")) for name in names]
        return [page for page in pages if page.depth > 2]

    def rows_of(self, model, page_ids, *related):
        relation = model._meta.get_field("page").remote_field.related_name
        pages = [
            self.page(*self.names.name_of(page_id).split(":"), whole=False, rows=(relation,))
            for page_id in page_ids
        ]
        return [row for page in pages for row in getattr(page, relation).all()]

    def linked(self, page_ids, language, reader):
        """Pages of the document, and the live ones that it names and does not hold."""
        names = {page_id: self.names.name_of(page_id) for page_id in page_ids}
        found, others = {}, {}
        for page_id, name in names.items():
            if name in self.closed_to(reader):
                continue
            if name in self._nodes:
                found[page_id] = self.page(*name.split(":"), whole=False)
            else:
                others[page_id] = name
        languages = (self.wanted_language, self.document.source_language)
        live = live_pages(set(others.values()), languages) if others else {}
        live = {name: page for name, page in live.items() if reader.may_read(page)}
        return found | {i: live[name] for i, name in others.items() if name in live}

    def closed_to(self, reader) -> set[str]:
        """The document's pages that the reader does not get: as the live ones are now."""
        if reader not in self._closed:
            self._closed[reader] = set(names_below(reader.closed)) & self._nodes.keys()
        return self._closed[reader]

    def terms(self, language):
        """The glossary as it is now, with the words that the document explains as they were."""
        own = {term.slug: self._word("terms", term.slug) for term in self.document.terms}
        others = [term for term in super().terms(language) if term.slug not in own]
        return [*own.values(), *others]

    def pdf_url(self, pathway, reader):
        return super().pdf_url(pathway, reader) if self.is_live else ""

    def who_url(self, pathway):
        return super().who_url(pathway) if self.is_live else ""

    def deadlines_url(self, pathway):
        return super().deadlines_url(pathway) if self.is_live else ""

    def feedback_url(self, step):
        return super().feedback_url(step) if self.is_live else ""

    def _word(self, vocabulary, slug):
        if (vocabulary, slug) not in self._words:
            node = self._entries[vocabulary].get(slug)
            # Where the document lacks a word, its key is all that is known of it.
            node = node or VOCABULARY[vocabulary](slug=slug, name={self.language: slug})
            self._words[vocabulary, slug] = self._maker.word(node)
        return self._words[vocabulary, slug]

    @cached_property
    def _entries(self):
        return {
            name: {entry.slug: entry for entry in getattr(self.document, name)}
            for name in VOCABULARY
        }


def names_below(paths):
    """Of all pages at or below these paths, as a document calls them."""
    if not paths:
        return
    below = reduce(or_, (Q(path__startswith=path) for path in paths))
    for kind, node in PAGE_NODES.items():
        keys = apps.get_model(node.MODEL).objects.filter(below).values_list("key", flat=True)
        yield from (f"{kind}:{key}" for key in keys)


def live_pages(names, languages):
    """Live pages by name: in the first of the languages that has it, or as they were written."""
    keys, versions = defaultdict(set), defaultdict(dict)
    for name in names:
        kind, _colon, key = name.partition(":")
        keys[kind].add(key)
    wanted, known = Q(translation_key__in=keys.pop("page", ())), {}
    for kind, asked in keys.items():
        known[f"{kind}_key"] = F(f"{_accessor(kind)}__key")
        wanted |= Q(**{f"{_accessor(kind)}__key__in": asked})
    for page in Page.objects.live().filter(wanted).annotate(**known).select_related("locale"):
        for kind in ("page", *keys):
            key = getattr(page, f"{kind}_key", None) if kind != "page" else page.translation_key
            if f"{kind}:{key}" in names:
                versions[f"{kind}:{key}"][page.locale.language_code] = page
    return {name: _first_version(found, languages) for name, found in versions.items()}


def _first_version(versions, languages):
    known = next((code for code in languages if code in versions), None)
    return versions[known] if known else min(versions.values(), key=lambda page: page.pk)


def _accessor(kind):
    return apps.get_model(PAGE_NODES[kind].MODEL)._meta.model_name

"""The document of one pathway alone: with its phases and steps and the words that they use.

Methods, templates and articles are shared by pathways and published by themselves, so a
pathway's edition names them and does not hold them.
"""

from django.apps import apps
from django.db.models import Q

from .build import Builder, _grouped
from .nodes import PAGE_NODES, VOCABULARY, Document

PARTS = ("pathway", "phase", "step")


class PathwayBuilder(Builder):
    """Reads the pages of one pathway.

    :param pathway: the page in its source language.
    :param drafts: specific pages of the source language, from their drafts, that stand in
        for what is live.
    :param without: primary keys of source pages that are left out.
    """

    def __init__(self, pathway, drafts=(), without=()):
        self.pathway = pathway
        self.drafts = {page.pk: page for page in drafts}
        self.without = frozenset(without)
        super().__init__(pathway.key)

    def _pages(self, kind):
        if kind not in PARTS:
            return []
        model = apps.get_model(PAGE_NODES[kind].MODEL)
        places = Q()
        for version in type(self.pathway).objects.filter(
            translation_key=self.pathway.translation_key
        ):
            places |= Q(path__startswith=version.path)
        shown = Q(live=True) | Q(pk__in=self.drafts)
        pages = self._with_rows(model.objects.filter(places, shown).exclude(pk__in=self.without))
        return [self.drafts.get(page.pk, page) for page in pages]

    def _source_locale_id(self):
        return self.pathway.locale_id

    def document(self):
        """The document."""
        source = self.languages[self.source_locale_id]
        pathways = tuple(self._pathways())
        words = self._words_used_by(pathways)
        others = {self.languages[pk] for pk in self._locales() - {self.source_locale_id}}
        return Document(
            key=self.key,
            source_language=source,
            languages=(source, *sorted(others)),
            **{name: tuple(self._entries(name, words)) for name in VOCABULARY},
            pathways=pathways,
        )

    def _locales(self):
        return {pk for versions in self.pages["pathway"].values() for pk in versions}

    def _entries(self, name, words):
        """The words that are used, whoever owns them, in the languages of the pathway."""
        node = VOCABULARY[name]
        used = [slug for vocabulary, slug in words if vocabulary == name]
        rows = apps.get_model(node.MODEL).objects.filter(
            slug__in=used, locale_id__in=self._locales() | {self.source_locale_id}
        )
        for versions in _grouped(rows.order_by("slug", "pk")).values():
            if self.source_locale_id in versions:
                yield self._read(node, self._by_language(versions), {})


def pathway_document(pathway, drafts=(), without=()) -> Document:
    """The pathway as readers see it, or as they would with these drafts."""
    return PathwayBuilder(pathway, drafts, without).document()

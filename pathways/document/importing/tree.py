"""Where pages stand: made if they are not there, moved if the document moved them."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pathways.document.nodes import PAGE_NODES
from pathways.models import (
    ArticleIndexPage,
    MethodIndexPage,
    PathwayIndexPage,
    TemplateIndexPage,
)
from pathways.models.base import Origin

from .report import ImportRefused

INDEX_PAGES = {
    "pathway": PathwayIndexPage,
    "method": MethodIndexPage,
    "template": TemplateIndexPage,
    "article": ArticleIndexPage,
}


class PageTree:
    """The pages of one document, in its source language."""

    def __init__(self, document, locales, package=None):
        self.document = document
        self.package = document.key if package is None else package
        self.locales = locales
        self.source = locales[document.source_language]
        self.pages = {}
        self.created = set()
        self.children = []  # (parent's name or None, names in order)

    def ensure_pages(self):
        """``{"step:contact": page}``; what was missing is there as an empty draft."""
        for pathway in self.document.pathways:
            self._ensure(pathway, self._index("pathway"))
            self._ensure_below(pathway, [*pathway.steps, *pathway.phases])
            for phase in pathway.phases:
                self._ensure_below(phase, phase.steps)
        for name in ("methods", "templates", "articles"):
            nodes = getattr(self.document, name)
            if nodes:
                index = self._index(nodes[0].KIND)
                for node in nodes:
                    self._ensure(node, index)
                self.children.append((index, [_name(node) for node in nodes]))
        return self.pages

    def _ensure_below(self, parent, nodes):
        for node in nodes:
            self._ensure(node, self.pages[_name(parent)])
        self.children.append((self.pages[_name(parent)], [_name(node) for node in nodes]))

    def _index(self, kind):
        model = INDEX_PAGES[kind]
        for locale in self.locales.values():
            if not model.objects.filter(locale=locale).exists():
                reason = _("There is no “%(page)s” in %(language)s yet.")
                raise ImportRefused(
                    reason % {"page": model._meta.verbose_name, "language": locale.language_code}
                )
        return model.objects.get(locale=self.source)

    def _ensure(self, node, parent):
        page = self.find_or_make(node, parent)
        if not page.is_child_of(parent):
            self._move(page, parent)
            page.refresh_from_db()

    def find_or_make(self, node, parent):
        """The page wherever it stands, or an empty draft below the parent."""
        model = apps.get_model(PAGE_NODES[node.KIND].MODEL)
        page = model.objects.filter(key=node.key, locale=self.source).first()
        if page is None:
            page = self._create(model, node, parent)
            self.created.add(_name(node))
        self.pages[_name(node)] = page
        return page

    def _create(self, model, node, parent):
        language = self.source.language_code
        page = model(
            title=node.title[language],
            slug=node.slug[language],
            key=node.key,
            package=self.package,
            origin=Origin.PACKAGE if self.package else Origin.LOCAL,
            locale=self.source,
            live=False,
        )
        # Where only its translations are left, they are its own again.
        left = model.objects.filter(key=node.key).values_list("translation_key", flat=True).first()
        page.translation_key = left or page.translation_key
        parent.refresh_from_db()
        try:
            return parent.add_child(instance=page)
        except ValidationError as error:
            reason = "; ".join(error.messages)
            raise ImportRefused(f"{_name(node)}: {reason}") from error

    @staticmethod
    def _move(page, parent):
        """Move a page and its translations."""
        for version in [page, *page.get_translations()]:
            target = parent.get_translation_or_none(version.locale)
            if target and not version.is_child_of(target):
                version.move(target, "last-child")

    def ensure_order(self):
        """Let pages stand in the document's order, in every language."""
        for parent, names in self.children:
            for locale in self.locales.values():
                place = parent.get_translation_or_none(locale)
                if place:
                    self._order(place, names, locale)

    def _order(self, parent, names, locale):
        keys = [self.pages[name].translation_key for name in names]
        standing = [
            child.translation_key
            for child in parent.get_children().filter(translation_key__in=keys)
        ]
        if standing == [key for key in keys if key in set(standing)]:
            return
        for key in keys:
            child = parent.get_children().filter(translation_key=key).first()
            if child:
                child.move(parent, "last-child")


def _name(node):
    return f"{node.KIND}:{node.key}"

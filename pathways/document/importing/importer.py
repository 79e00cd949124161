"""One import, from the first word to the last translation."""

from dataclasses import replace

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from pathways.document.build import Builder, NotFound
from pathways.document.data import node_hash
from pathways.document.fields import Kind, declared
from pathways.document.nodes import PAGE_NODES, SUBPAGES, VOCABULARY
from pathways.document.references import References
from pathways.editions.opening import publishing
from pathways.models.base import Origin

from .moves import carry_moved_rows
from .report import ImportRefused, Report
from .rows import fill
from .translation import translate
from .tree import PageTree


def import_document(document, *, theirs=False, progress=None) -> Report:
    """Bring a checked document into the portal, in one transaction.

    :param theirs: overwrite what was changed in the portal since the last import.
    :param progress: called with (number done, number in all, name).
    In a pathway with an edition what was brought is the next one.

    :raises ImportRefused: when a key belongs to another package, or a page is refused.
    """
    # Editions are made of what is here.
    from pathways.editions.imported import edition_that_waits, take_imported_editions

    with transaction.atomic():
        waiting = edition_that_waits([node.key for node in document.pathways])
        if waiting:
            reason = _("Edition %(number)s of “%(key)s” waits for its date. Withdraw it first.")
            raise ImportRefused(reason % {"number": waiting.number, "key": waiting.key})
        with publishing():
            report = Importer(document, theirs, progress or (lambda *args: None)).run()
        take_imported_editions(document)
        return report


class Importer:
    """The steps of one import."""

    def __init__(self, document, theirs, progress):
        self.document = document
        self.theirs = theirs
        self.progress = progress
        self.report = Report()
        self.locales = {
            code: Locale.objects.get_or_create(language_code=code)[0] for code in document.languages
        }
        self.source = self.locales[document.source_language]
        self.total = sum(len(getattr(document, name)) for name in VOCABULARY)
        self.total += len(list(document.pages()))
        self.done = 0

    def run(self):
        """Words first, then empty pages, so that everything can be referred to."""
        current = self._current_hashes()
        for name in VOCABULARY:
            for entry in getattr(self.document, name):
                self._word(name, entry, current)
        tree = PageTree(self.document, self.locales)
        found = tree.ensure_pages()
        self.references = References()
        to_write = [
            node
            for node in self.document.pages()
            if self._is_to_be_written(node, found[_name(node)], current, tree.created)
        ]
        carry_moved_rows(to_write, found)
        for node in to_write:
            self._page(node, found[_name(node)], _name(node) in tree.created)
        tree.ensure_order()
        self._unpublish_vanished(found)
        return self.report

    def _current_hashes(self):
        """Hashes of what the portal has of the package now, without local rows."""
        try:
            now = Builder(self.document.key).document()
        except NotFound:
            return {}
        hashes = {_name(node): _hash(node) for node in now.pages()}
        for name in VOCABULARY:
            for entry in getattr(now, name):
                hashes[f"{name}/{entry.slug}"] = node_hash(entry)
        return hashes

    def _word(self, name, entry, current):
        model, label = apps.get_model(entry.MODEL), f"{name}/{entry.slug}"
        row = model.objects.filter(slug=entry.slug, locale=self.source).first()
        if row is None:
            row = model(slug=entry.slug, locale=self.source)
            verdict = self.report.created
        else:
            self._refuse_foreign(row, label)
            verdict = self._verdict(node_hash(entry), row, current.get(label))
        verdict.append(label)
        if verdict in (self.report.created, self.report.updated):
            fill(row, entry, self.source, None)
            row.package, row.origin = self.document.key, entry.origin
            row.imported_hash = node_hash(entry)
            self._saved(row, label)
            self._translate(row, entry, label)
        self._tick(label)

    def _saved(self, row, label):
        try:
            row.full_clean()
        except ValidationError as error:
            raise ImportRefused(f"{label}: {'; '.join(error.messages)}") from error
        row.save()

    def _refuse_foreign(self, row, label):
        if row.package not in ("", self.document.key):
            reason = _("%(name)s belongs to the package “%(package)s”.")
            raise ImportRefused(reason % {"name": label, "package": row.package})

    def _verdict(self, incoming, row, now):
        """The list of the report that something known belongs to."""
        if now is None:
            return self.report.updated
        if incoming == now:
            return self.report.unchanged
        changed_here = now != row.imported_hash or getattr(row, "has_unpublished_changes", False)
        if not changed_here or self.theirs:
            return self.report.updated
        return self.report.unchanged if incoming == row.imported_hash else self.report.kept

    def _is_to_be_written(self, node, page, current, created):
        name = _name(node)
        if name in created:
            verdict = self.report.created
        else:
            self._refuse_foreign(page, name)
            incoming = _hash(node)
            if page.package and page.origin == Origin.LOCAL:
                verdict = self.report.unchanged
            else:
                verdict = self._verdict(incoming, page, current.get(name))
        verdict.append(name)
        if verdict in (self.report.created, self.report.updated):
            return True
        self._tick(name)
        return False

    def _page(self, node, page, is_new):
        fill(page, node, self.source, self.references)
        page.package = self.document.key
        page.origin = node.origin
        page.imported_hash = _hash(node)
        page.go_live_at = page.expire_at = None
        try:
            page.save_revision(clean=True).publish()
        except ValidationError as error:
            raise ImportRefused(f"{_name(node)}: {_messages(error)}") from error
        self._translate(type(page).objects.get(pk=page.pk), node, _name(node))
        self._tick(_name(node))

    def _translate(self, row, node, label):
        for language, locale in self.locales.items():
            if locale == self.source or not _has_language(node, language):
                continue
            missing = translate(row, node, locale, getattr(self, "references", None))
            if missing:
                self.report.incomplete[label, language] = missing

    def _unpublish_vanished(self, found):
        for kind, node in PAGE_NODES.items():
            pages = (
                apps.get_model(node.MODEL)
                .objects.live()
                .filter(package=self.document.key, origin=Origin.PACKAGE)
            )
            for page in pages:
                if f"{kind}:{page.key}" not in found:
                    page.unpublish()
                    if page.locale_id == self.source.pk:
                        self.report.unpublished.append(f"{kind}:{page.key}")

    def _tick(self, name):
        self.done += 1
        self.progress(self.done, self.total, name)


def _name(node):
    return f"{node.KIND}:{node.key}"


def _has_language(node, language):
    name = "title" if hasattr(node, "title") else "name"
    return language in getattr(node, name)


def _hash(node):
    """Of the page itself: neither pages below it nor rows that were made in the portal."""
    own = {name: () for name in SUBPAGES if hasattr(node, name)}
    for field, meta in declared(node):
        if meta.kind is Kind.ROWS and field.name not in SUBPAGES:
            rows = getattr(node, field.name)
            own[field.name] = tuple(row for row in rows if row.origin != Origin.LOCAL)
    return node_hash(replace(node, **own))


def _messages(error):
    if hasattr(error, "error_dict"):
        return "; ".join(
            f"{name}: {message}" for name, found in error.message_dict.items() for message in found
        )
    return "; ".join(error.messages)

"""From an edition's document to the pages of its pathway, in their own language.

Documents are applied to the pages that are there, matching rows by key: stored JSON with old
primary keys could take over a row that now belongs to another page.
"""

from dataclasses import replace
from functools import cached_property

from django.apps import apps

from pathways.document.importing.rows import fill
from pathways.document.importing.tree import PageTree
from pathways.document.nodes import PAGE_NODES
from pathways.document.pathway import PathwayBuilder
from pathways.document.references import References, UnknownReference
from pathways.document.shape import name_of, own_nodes, shape_of

from .content import in_source_language
from .identities import RowsOfPathway
from .plan import drafts_of
from .trouble import CannotApply


class Pages:
    """The pages of a pathway as they are, and how they become what a document says."""

    def __init__(self, pathway, document, user=None):
        self.pathway = pathway
        self.document = document
        self.user = user
        self.locale = pathway.locale
        self.builder = PathwayBuilder(pathway)
        self.now = in_source_language(self.builder.document())
        self.wanted, self.there = own_nodes(document), own_nodes(self.now)

    def different(self):
        """Names of pages that do not say what the document says, parents first."""
        return [name for name, node in self.wanted.items() if self.there.get(name) != node]

    def gone(self):
        """Names of pages that readers see and the document does not have, children first."""
        return [name for name in reversed(self.there) if name not in self.wanted]

    def ensure_places(self):
        """Every page is there, below the right one, in the right order.

        Publishing must be open, since what is live may move.
        """
        if shape_of(self.document) == shape_of(self.now):
            return
        translations = self.pathway.get_translations(inclusive=True).select_related("locale")
        locales = {page.locale.language_code: page.locale for page in translations}
        tree = PageTree(self.document, locales, package=self.pathway.package)
        tree.ensure_pages()
        tree.ensure_order()

    def revision_of(self, name):
        """A revision that says what the document says: the latest draft, or one made now."""
        page = self.page(name)
        draft = next(iter(drafts_of([page])), None)
        if draft is not None and _stands_by_itself(draft):
            kind = name.partition(":")[0]
            node = self.builder.node(kind, {self.locale.pk: draft})
            if self._alone(node) == self.wanted[name]:
                return page.latest_revision
        return self.write_draft(name, page)

    def _alone(self, node):
        """A page's node as it would stand in the document."""
        if node.KIND == "pathway":
            whole = replace(self.now, pathways=(node,))
        else:
            pathway = replace(self.document.pathway, phases=(), steps=())
            part = {"step": "steps", "phase": "phases"}[node.KIND]
            whole = replace(self.now, pathways=(replace(pathway, **{part: (node,)}),))
        return own_nodes(in_source_language(whole))[name_of(node)]

    def write_draft(self, name, page=None):
        """A new revision with what the document says; the live row gives the rest."""
        page = page or self.page(name)
        try:
            fill(page, self.wanted[name], self.locale, self.references, exactly=True)
        except (UnknownReference, KeyError) as error:
            raise CannotApply(page.title, error.args[0]) from error
        self.rows.settle(page)
        page.go_live_at = page.expire_at = None
        return page.save_revision(user=self.user, clean=True)

    def page(self, name):
        kind, _colon, key = name.partition(":")
        model = apps.get_model(PAGE_NODES[kind].MODEL)
        found = model.objects.filter(key=key, locale=self.locale).select_related("latest_revision")
        return found.get()

    @cached_property
    def references(self):
        return References()

    @cached_property
    def rows(self):
        return RowsOfPathway(self.pathway, self.wanted)


def _stands_by_itself(draft):
    """No date of its own, and rows in an order that every database reads in the same way."""
    orders = [
        [row.sort_order for row in getattr(draft, relation.get_accessor_name()).all()]
        for relation in draft.row_relations()
    ]
    clear = all(None not in order and len(set(order)) == len(order) for order in orders)
    return clear and not draft.go_live_at and not draft.expire_at

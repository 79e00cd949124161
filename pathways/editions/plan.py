"""The next edition before it is one: what is in force, with the drafts that were chosen."""

import json
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import ValidationError
from wagtail.models import Page, Revision

from pathways.checks import check
from pathways.checks.live import world_of
from pathways.document.compare import compare
from pathways.document.data import from_data
from pathways.document.nodes import PAGE_NODES
from pathways.document.pathway import PARTS, PathwayBuilder
from pathways.document.shape import arranged, name_of, named_in
from pathways.models import PathwayEdition, StructureDraft

from .content import source_snapshot

# What an editorial release may change beside texts.
MODELS = {kind: PAGE_NODES[kind].MODEL for kind in PARTS}
PAGES = {"pathways", "phases", "steps"}
OF_NO_WEIGHT = {"body", "sources", "reviewed_on", "review_by", "terms", "slug"}


def changed_pages(pathway):
    """Pages of the pathway's own language whose draft is not what readers see, parents first."""
    pages = Page.objects.filter(
        path__startswith=pathway.path,
        locale_id=pathway.locale_id,
        latest_revision__isnull=False,
        has_unpublished_changes=True,
    )
    return pages.order_by("path")


def chosen_by_default(pages, structure=None):
    """Those that would go along if nobody said otherwise.

    A page that was taken out by an earlier edition keeps its draft and stays away, unless the
    new order has a place for it.
    """
    named = named_in(structure.shape) if structure else set()
    return [
        page
        for page in pages
        if page.live or page.first_published_at is None or _name(page.specific) in named
    ]


def _name(page):
    return next(f"{kind}:{page.key}" for kind in PARTS if page._meta.label == MODELS[kind])


def drafts_of(pages):
    """Specific pages as their latest drafts have them; in the order of the tree."""
    specific = Page.objects.filter(pk__in=[page.pk for page in pages]).order_by("path").specific()
    revisions = Revision.objects.in_bulk([page.latest_revision_id for page in specific])
    return [
        page.with_content_json(revisions[page.latest_revision_id].content)
        for page in specific
        if page.latest_revision_id in revisions
    ]


@dataclass
class Plan:
    """What would be released.

    :ivar pathway: the page in its source language.
    :ivar chosen: pages whose drafts go along; all that changed where None is given.
    """

    pathway: object
    chosen: list | None = None

    def __post_init__(self):
        self.changed = list(changed_pages(self.pathway))
        if self.chosen is None:
            self.chosen = chosen_by_default(self.changed, self.structure)
        else:
            ids = {getattr(page, "pk", page) for page in self.chosen}
            self.chosen = [page for page in self.changed if page.pk in ids]

    @cached_property
    def base(self):
        """The edition that it follows, or None before the first one."""
        editions = PathwayEdition.objects.in_force().filter(key=self.pathway.key)
        return editions.for_reading().first()

    @cached_property
    def number(self):
        """The number that it would get."""
        latest = PathwayEdition.objects.of(self.pathway.key).values_list("number", flat=True)
        return (latest.first() or 0) + 1

    @cached_property
    def waiting(self):
        """An edition whose date has not come: until then everything stays as it is."""
        return PathwayEdition.objects.waiting().filter(key=self.pathway.key).first()

    @cached_property
    def structure(self):
        return StructureDraft.objects.filter(pathway=self.pathway).first()

    @cached_property
    def drafts(self):
        return drafts_of(self.chosen)

    @cached_property
    def _taken(self):
        builder = PathwayBuilder(self.pathway, self.drafts)
        document = builder.document()
        if self.structure:
            new = {name_of(node) for node in document.pages()} - self._names_in_base
            document = arranged(document, self.structure.shape, new)
        return source_snapshot(document)

    @cached_property
    def _names_in_base(self):
        if self.base is None:
            return set()
        return {name_of(node) for node in self.base.document().pages()}

    @property
    def snapshot(self):
        return self._taken[0]

    @property
    def hash(self):
        """What a review approves."""
        return self._taken[1]

    @cached_property
    def document(self):
        """The document in its source language."""
        return from_data(json.loads(self.snapshot))

    @cached_property
    def before(self):
        """The document that it follows, in its source language; None before the first edition."""
        return from_data(json.loads(self.base.snapshot)) if self.base else None

    @cached_property
    def changes(self):
        return compare(self.before, self.document) if self.before else []

    @property
    def is_empty(self):
        """Whether there is nothing to release."""
        return self.base is not None and self.base.hash == self.hash

    @property
    def is_editorial(self):
        """Whether only words differ: no deadline, no role, no line of a checklist."""
        return self.before is not None and all(
            _is_words(change, self.document.source_language) for change in self.changes
        )

    @cached_property
    def findings(self):
        """What the checks find in the document."""
        return check(self.document, world_of(self.pathway))

    def faults(self):
        """Pages whose drafts cannot be published as they are.

        :returns: ``[(page, message), …]``
        """
        found = []
        for draft in self.drafts:
            try:
                draft.full_clean()
            except ValidationError as error:
                found += [(draft, message) for message in error.messages]
        return found


def _is_words(change, language):
    *_above, field = _to_its_field(change.path)
    return field in OF_NO_WEIGHT or (
        change.path[-1] == language and isinstance(change.before or change.after, str)
    )


def _to_its_field(path):
    """The path down to the field of a page or word; shorter where pages come, go or move."""
    depth = 0
    while depth < len(path) and path[depth] in PAGES:
        depth += 2
    return path[: depth + 1]

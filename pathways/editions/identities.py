"""Who the rows of a pathway are: an item that comes back is the one that it was.

A document knows a row by its key. Its ``translation_key``, by which other languages know it, and
its primary key, where it still stands on the page that it leaves, are found here.
"""

import uuid
from functools import cached_property

from wagtail.models import Page, Revision

from pathways.models import ChecklistItem, StepBranch

MOVABLE = {"items": ChecklistItem, "branches": StepBranch}


class RowsOfPathway:
    """Rows as they stand, and as the history of the pages remembers them.

    :param wanted: nodes by name, as the pages will be.
    """

    def __init__(self, pathway, wanted):
        self.pathway = pathway
        self.wanted = wanted

    def settle(self, page):
        """Give rows that are new on a page the identity that they have had."""
        for relation in page.row_relations():
            name = relation.get_accessor_name()
            for row in getattr(page, name).all():
                if row.pk is None:
                    row.pk, row.translation_key = self._identity(page, name, row)

    def _identity(self, page, name, row):
        if name in MOVABLE and (name, row.key) in self.leaving:
            return self.leaving[name, row.key]
        places = [(page.pk, name, row.key)]
        if name in MOVABLE:
            places.append((None, name, row.key))
        for place in places:
            known_as = self.remembered.get(place)
            if known_as and not relation_has(type(row), known_as, page.locale_id):
                return None, known_as
        return None, row.translation_key

    @cached_property
    def leaving(self):
        """``{(relation, key): (primary key, translation key)}`` of live rows that go away."""
        found = {}
        for name, model in MOVABLE.items():
            rows = model.objects.filter(
                page__path__startswith=self.pathway.path, locale_id=self.pathway.locale_id
            ).values_list("page__key", "key", "pk", "translation_key")
            for step, key, pk, known_as in rows:
                node = self.wanted.get(f"step:{step}")
                if node is None or key not in {row.key for row in getattr(node, name)}:
                    found[name, key] = pk, known_as
        return found

    @cached_property
    def remembered(self):
        """Translation keys out of all revisions, by page, relation and key; the newest counts."""
        pages = Page.objects.filter(
            path__startswith=self.pathway.path, locale_id=self.pathway.locale_id
        )
        ids = [str(pk) for pk in pages.values_list("pk", flat=True)]
        revisions = Revision.page_revisions.filter(object_id__in=ids).order_by("pk")
        found = {}
        for page_id, content in revisions.values_list("object_id", "content").iterator(20):
            for name, row in _rows_in(content):
                for place in (int(page_id), None):
                    found[place, name, row["key"]] = uuid.UUID(row["translation_key"])
        return found


def relation_has(model, translation_key, locale_id):
    """Whether a live row is known by this."""
    rows = model.objects.filter(translation_key=translation_key, locale_id=locale_id)
    return rows.exists()


def _rows_in(content):
    for name, rows in content.items():
        if isinstance(rows, list):
            for row in rows:
                if isinstance(row, dict) and row.get("key") and row.get("translation_key"):
                    yield name, row

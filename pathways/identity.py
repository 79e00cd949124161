"""Who a row is: the server's own record of keys, against which forms are checked."""

import uuid

from django.utils.crypto import get_random_string

CONSONANTS = "bcdfghjklmnpqrstvwxz"  # spell no word


def fresh_key():
    """A key for a row that is made in the portal, without digits: nobody's personal number."""
    return get_random_string(12, CONSONANTS)


class RowIdentities:
    """The rows that a page has of one relation, live or in its latest draft."""

    def __init__(self, page, relation):
        self.page, self.relation = page, relation
        self.model = page._meta.get_field(relation).related_model
        self._identities = {}  # key: (translation_key, origin)
        self._keys = {}  # primary key, as forms have it: key
        live = self._live() if page.pk else []
        draft = self._draft() if page.latest_revision_id else []
        for row in [*draft, *live]:
            self._identities[row["key"]] = row["translation_key"], row["origin"]
            self._keys[str(row["pk"] or "")] = row["key"]
        self._keys.pop("", None)
        self._identities.pop("", None)
        self._live_only = {row["key"] for row in live}
        if draft:
            self._live_only -= {row["key"] for row in draft}

    def _live(self):
        fields = ("pk", "key", "translation_key", "origin")
        return list(self.model.objects.filter(page_id=self.page.pk).values(*fields))

    def _draft(self):
        return [
            {**row, "translation_key": uuid.UUID(row["translation_key"])}
            for row in self.page.latest_revision.content.get(self.relation, [])
        ]

    def settle_keys(self, formset):
        """Check what the browser sent before anything else does.

        A row with a primary key is who it was; where that row is gone (“revert to this
        revision”, or it moved here and the page it left is published) it is a new one. A new
        row is who it says, where the server knows the key and nobody else has it; otherwise
        it gets a key of its own.
        """
        data, taken = formset.data.copy(), set()
        there = self._there(formset.queryset)
        prefixes = [formset.add_prefix(number) for number in range(formset.total_form_count())]
        for prefix in prefixes:
            if data.get(f"{prefix}-id") not in there:
                data[f"{prefix}-id"] = ""
        kept = [prefix for prefix in prefixes if not data.get(f"{prefix}-DELETE")]
        for prefix in sorted(kept, key=lambda prefix: not data[f"{prefix}-id"]):
            own = self._keys.get(data[f"{prefix}-id"])
            key = own or data.get(f"{prefix}-key")
            if key in taken or key not in self._identities or (not own and self._has_left(key)):
                key = fresh_key()
            data[f"{prefix}-key"] = key
            taken.add(key)
        formset.data = data

    def _there(self, rows):
        """Primary keys of those rows that the database has; the others lose theirs."""
        rows = [row for row in rows if row.pk]
        stored = self.model.objects.filter(pk__in=[row.pk for row in rows])
        found = set(stored.values_list("pk", flat=True))
        for row in rows:
            if row.pk not in found:
                row.pk = None
        return {str(pk) for pk in found}

    def settle_rows(self, rows):
        """Give every row with a settled key the rest of its identity."""
        for row in rows:
            if row.key in self._identities:
                row.translation_key, row.origin = self._identities[row.key]
            else:
                row.translation_key = uuid.uuid4()

    def _has_left(self, key):
        """The row is live here, but in the drafts it has moved to another page."""
        if key not in self._live_only:
            return False
        translation_key = str(self._identities[key][0])
        elsewhere = (
            type(self.page)
            .objects.filter(has_unpublished_changes=True, locale_id=self.page.locale_id)
            .exclude(pk=self.page.pk)
            .select_related("latest_revision")
        )
        return any(
            row["translation_key"] == translation_key
            for page in elsewhere
            if page.latest_revision
            for row in page.latest_revision.content.get(self.relation, [])
        )

    def come_from_elsewhere(self, rows):
        """Whether one of the rows still stands on another page in the database."""
        known = [row.pk for row in rows if row.pk]
        return self.model.objects.filter(pk__in=known).exclude(page_id=self.page.pk).exists()

"""Putting objects into the index, and taking them out."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from modelsearch.backends.base import BaseIndex
from modelsearch.index import class_is_indexed, get_indexed_models
from wagtail.models import Page

from search import keeping
from search.indexing import VERSION, counting
from search.indexing.document import Document, is_restricted
from search.models import Entry
from search.models.entry import root_of

from .engine import EngineFailure


class Index(BaseIndex):
    """The one index: entries in the database, their terms with the engine."""

    def __str__(self):
        return "search"

    @property
    def engine(self):
        return self.backend.engine

    def add_items(self, model, items, again=False):
        """Index objects of a model, without those whose texts are as they were.

        :param again: all of them, as when the terms lie in a new place.
        """
        if not class_is_indexed(model):
            return
        items = [_as_it_is(item) for item in items]
        try:
            self._put(items, again)
        except EngineFailure:
            keeping.index_later(items)
            raise

    @transaction.atomic
    def _put(self, items, again):
        entries = [each for each in (self._entry(item, again) for item in items) if each]
        if entries:
            self.engine.put(entries)

    def _entry(self, item, again):
        """The entry of an object and its terms, or None where they are as they were."""
        identity = {"root": root_of(type(item)), "object_id": str(item.pk)}
        before = Entry.objects.filter(**identity).first()
        document = Document(
            item, restricted=bool(getattr(item, "path", "")) and is_restricted(item)
        )
        if before and before.digest == document.digest and not again:
            return None
        entry, _new = Entry.objects.update_or_create(
            **identity,
            defaults={
                **document.fields,
                "content_type": ContentType.objects.get_for_model(type(item)),
                "digest": document.digest,
            },
        )
        counting.change(before, entry)
        self._added(entry)
        return entry, document.terms

    def _added(self, entry):
        """For whoever keeps account."""

    def delete_item(self, item):
        self._delete(Entry.objects.filter(root=root_of(type(item)), object_id=str(item.pk)))

    def delete_stale(self):
        """Forget what is no longer there."""
        for root in {root_of(model): model for model in get_indexed_models()}.items():
            self._delete_stale(*root)

    def _delete_stale(self, root, model):
        top = ([model, *model._meta.get_parent_list()])[-1]
        there = {str(pk) for pk in top._default_manager.values_list("pk", flat=True)}
        known = Entry.objects.filter(root=root).values_list("object_id", "pk")
        gone = [pk for object_id, pk in known if object_id not in there]
        for start in range(0, len(gone), 500):
            self._delete(Entry.objects.filter(pk__in=gone[start : start + 500]))

    @transaction.atomic
    def _delete(self, entries):
        entries = list(entries)
        for entry in entries:
            counting.change(entry, None)
        ids = [entry.pk for entry in entries]
        Entry.objects.filter(pk__in=ids).delete()
        self.engine.remove(ids)

    def reset(self):
        Entry.objects.all().delete()
        counting.clear()
        self.engine.clear()

    def refresh(self):
        self.engine.refresh()


def _as_it_is(item):
    """A page in its own type, also where it comes as a mere page."""
    is_mere = isinstance(item, Page) and item.specific_class not in (None, type(item))
    return item.specific if is_mere else item


class Rebuilder:
    """Builds the index anew while the old one answers."""

    def __init__(self, index):
        self.index = index
        self.again = _Again(index.backend)

    def start(self):
        counting.begin()
        self.index.delete_stale()
        self.index.engine.start_rebuild()
        return self.again

    def finish(self):
        self.index.engine.finish_rebuild()
        self._catch_up()
        counting.finish(VERSION)

    def _catch_up(self):
        """Index again what others have saved in the meantime."""
        put = self.again.put
        known = Entry.objects.values_list("pk", "digest", "content_type_id", "object_id")
        for pk, digest, content_type, object_id in known:
            if put.get(pk) != digest:
                model = ContentType.objects.get_for_id(content_type).model_class()
                self.index.add_items(model, model.objects.filter(pk=object_id), again=True)


class _Again(Index):
    """Takes every object, whether it has changed or not, and remembers as what."""

    def __init__(self, backend):
        super().__init__(backend)
        self.put = {}

    def add_items(self, model, items, again=True):
        super().add_items(model, items, again)

    def _added(self, entry):
        self.put[entry.pk] = entry.digest

"""Build the search index anew while the old one answers."""

import time

from django.core.management.base import BaseCommand
from modelsearch.backends import get_search_backend
from modelsearch.index import get_indexed_models

from search.analysis import dictionaries

CHUNK = 25  # written in one transaction, which others wait for
EVERY = 5  # seconds between two lines of progress


class Command(BaseCommand):
    help = "Builds the search index anew, without a moment in which nothing is found."

    def handle(self, *, verbosity, **_options):
        self.verbosity = verbosity
        for language in dictionaries.prepare():
            self._say(f"Made the dictionary of word forms for “{language}”.")
        rebuilder_of = get_search_backend()
        models = list(get_indexed_models())
        index = rebuilder_of.get_index_for_model(models[0])
        rebuilder = rebuilder_of.rebuilder_class(index)
        begun, done = time.monotonic(), 0
        total = sum(model.get_indexed_objects().count() for model in models)
        said = begun
        target = rebuilder.start()
        for model in models:
            for chunk in _chunks(model):
                target.add_items(model, chunk)
                done += len(chunk)
                if time.monotonic() - said > EVERY:
                    said = time.monotonic()
                    self._say(f"{done} of {total} objects")
        rebuilder.finish()
        self._say(f"Search is built anew: {done} objects in {time.monotonic() - begun:.0f} s.")

    def _say(self, line):
        if self.verbosity:
            self.stdout.write(line)
            self.stdout.flush()


def _chunks(model):
    """Objects in the order of their keys, some at a time; new ones may come meanwhile."""
    objects, last = model.get_indexed_objects().order_by("pk"), None
    while True:
        rest = objects if last is None else objects.filter(pk__gt=last)
        chunk = list(rest[:CHUNK])
        if not chunk:
            return
        yield chunk
        last = chunk[-1].pk

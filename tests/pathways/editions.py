"""Editions made of documents, without pages being released."""

from copy import deepcopy

from django.utils import timezone

from pathways.document.data import from_data, to_data
from pathways.document.nodes import SUBPAGES
from pathways.editions.content import source_snapshot
from pathways.editions.languages import attach
from pathways.models import PathwayEdition


def an_edition(document, number=1, **values):
    """An edition of a pathway's document, in all languages that it has."""
    snapshot, digest = source_snapshot(document)
    edition = PathwayEdition.objects.create(
        key=document.pathway.key,
        number=number,
        schema=document.schema,
        source_language=document.source_language,
        snapshot=snapshot,
        hash=digest,
        **{"effective_on": timezone.localdate()} | values,
    )
    for language in document.languages[1:]:
        attach(edition, document, language)
    return edition


def changed(document, change):
    """The document with something changed in its plain data.

    :param change: a function that gets the data of the pathway's pages, by key.
    """
    data = deepcopy(to_data(document))
    change({page["key"]: page for page in _pages(data["pathways"][0])})
    return from_data(data)


def _pages(page):
    yield page
    for name in SUBPAGES:
        for child in page.get(name, []):
            yield from _pages(child)

"""Several folders in the order in which they can be imported."""

from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from django.utils.translation import gettext as _

from pathways.document.fields import Kind
from pathways.document.nodes import VOCABULARY
from pathways.document.walk import page_references, walk

from .problems import FolderProblems, Problem
from .read import FolderReader


def parse_in_order(folders):
    """Readers of the folders, each with its ``document``; what others refer to comes first.

    :raises FolderProblems: when a folder has the wrong form, or folders refer to each other
        in a circle.
    """
    readers = {}
    for folder in folders:
        reader = FolderReader(folder)
        readers[reader.parse().key] = reader
    references = _references(readers)
    graph = {key: sorted(found) for key, found in references.items()}
    try:
        return [readers[key] for key in TopologicalSorter(graph).static_order()]
    except CycleError as error:
        raise FolderProblems(list(_circle(error.args[1], references))) from error


def _references(readers):
    """``{package: {package it refers to: the first such place}}``"""
    owners = {}
    for key, reader in readers.items():
        for name in _names(reader.document):
            owners.setdefault(name, key)
    found = {key: {} for key in readers}
    for key, reader in readers.items():
        for value in walk(reader.document):
            for name in _named_by(value):
                owner = owners.get(name, key)
                if owner != key and owner not in found[key]:
                    found[key][owner] = _place(reader, value, name)
    return found


def _names(document):
    """What a package owns: words as ``roles/worker``, pages as ``step:contact``."""
    for name in VOCABULARY:
        yield from (f"{name}/{entry.slug}" for entry in getattr(document, name))
    yield from (f"{page.KIND}:{page.key}" for page in document.pages())


def _named_by(value):
    if value.kind is Kind.WORD and value.value:
        yield f"{value.of}/{value.value}"
    yield from page_references(value)


def _place(reader, value, name):
    language = reader.source if value.kind is Kind.RICH else None
    file, line = reader.problems.where(value.place, language)
    return f"{reader.folder.name}/{file}", line, name


def _circle(keys, references):
    """A problem for each reference on the way round; ``keys`` run from owner to user."""
    for owner, user in pairwise(keys):
        file, line, name = references[user][owner]
        reason = _("“%(name)s” belongs to “%(owner)s”, which refers back to “%(user)s”.")
        yield Problem(file, line, reason % {"name": name, "owner": owner, "user": user})

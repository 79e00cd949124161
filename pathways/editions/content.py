"""What an edition holds: the canonical text of a document, and texts of other languages."""

import hashlib
import json
from functools import lru_cache
from operator import itemgetter

from pathways.document.compare import flatten, unflatten
from pathways.document.data import canonical, from_data, only_language, to_data

from .trouble import BrokenEdition


def source_snapshot(document):
    """The structure with the source language's texts, as stored, and its hash."""
    language = document.source_language
    data = only_language(to_data(document), language, document.languages)
    data["languages"] = [language]
    text = canonical(data)
    return text, hash_of(text)


def in_source_language(document):
    """The document without its other languages."""
    return from_data(json.loads(source_snapshot(document)[0]))


def language_snapshot(document, language, edition):
    """Texts of another language by their place in the edition, as stored, and their hash.

    The hash is bound to the edition's: texts of one edition do not fit another.
    """
    own = flatten(json.loads(edition.snapshot))
    texts = [
        [*path, value]
        for path, value in sorted(flatten(to_data(document)).items(), key=itemgetter(0))
        if is_text_in(path, value, language) and (*path[:-1], edition.source_language) in own
    ]
    text = canonical(texts)
    return text, hash_of(edition.hash + text)


def is_text_in(path, value, language):
    """Whether a flattened value is a text of the language."""
    return len(path) > 1 and path[-1] == language and isinstance(value, str)


def hash_of(text):
    """SHA-256, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def document_of(edition):
    """The document of an edition.

    :raises BrokenEdition: when what is stored does not match its hash.
    """
    latest = {texts.language: texts for texts in edition.texts.all()}
    if hash_of(edition.snapshot) != edition.hash:
        raise BrokenEdition(edition, edition.source_language)
    for texts in latest.values():
        if hash_of(edition.hash + texts.snapshot) != texts.hash:
            raise BrokenEdition(edition, texts.language)
    attached = tuple(sorted((language, texts.snapshot) for language, texts in latest.items()))
    return _document(edition.snapshot, attached)


@lru_cache(maxsize=64)
def _document(snapshot, attached):
    """The document in all its languages; kept, since a page is read more often than released."""
    data = json.loads(snapshot)
    if attached:
        data["languages"] += [language for language, _texts in attached]
        values = flatten(data)
        for _language, texts in attached:
            for *path, text in json.loads(texts):
                values[tuple(path)] = text
        data = unflatten(values)
    return from_data(data)

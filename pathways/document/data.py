"""The document as plain data (dicts, lists, scalars), its canonical text and its hashes.

Values that equal their default are left out, so that a field added later does not change
the hash of what was written before.
"""

import hashlib
import json
from dataclasses import MISSING

from .fields import Kind, declared
from .nodes import SCHEMA_VERSION, Block, Document


class NewerSchema(ValueError):
    """The data was written by a newer version of the portal."""


def to_data(node) -> dict:
    """A node as plain data.

    :returns: nested dicts and lists with string keys; nothing but JSON types.
    """
    if isinstance(node, Block):
        return _block_to_data(node)
    data = {}
    for field, meta in declared(node):
        value = getattr(node, field.name)
        if meta.kind is Kind.PART:
            value = to_data(value) if value is not None else None
        elif meta.kind in (Kind.ROWS, Kind.BLOCKS):
            value = [to_data(child) for child in value]
        elif isinstance(value, tuple):
            value = list(value)
        if meta.kind is Kind.IDENTITY or not _is_default(field, value):
            data[field.name] = value
    return data


def _is_default(field, value):
    if field.default is MISSING:
        return not value
    default = list(field.default) if isinstance(field.default, tuple) else field.default
    return value == default


def _block_to_data(block):
    data = {"id": block.id, "type": block.type}
    for name in ("codes", "texts"):
        if getattr(block, name):
            data[name] = getattr(block, name)
    if block.children:
        data["children"] = {
            name: [to_data(child) for child in children]
            for name, children in block.children.items()
        }
    return data


def from_data(data: dict, node=Document):
    """The inverse of :func:`to_data`.

    :raises NewerSchema: when the document's schema version is not known here.
    """
    if node is Document and data.get("schema", SCHEMA_VERSION) > SCHEMA_VERSION:
        raise NewerSchema(data["schema"])
    values = {}
    for field, meta in declared(node):
        if field.name not in data:
            continue
        value = data[field.name]
        if meta.kind is Kind.PART:
            value = from_data(value, meta.of)
        elif meta.kind is Kind.ROWS:
            value = tuple(from_data(child, meta.of) for child in value)
        elif meta.kind is Kind.BLOCKS:
            value = tuple(_block_from_data(child) for child in value)
        elif isinstance(value, list):
            value = tuple(value)
        values[field.name] = value
    return node(**values)


def _block_from_data(data):
    return Block(
        id=data["id"],
        type=data["type"],
        codes=dict(data.get("codes", {})),
        texts=dict(data.get("texts", {})),
        children={
            name: tuple(_block_from_data(child) for child in children)
            for name, children in data.get("children", {}).items()
        },
    )


def canonical(data) -> str:
    """The one text that stands for plain data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def node_hash(node) -> str:
    """SHA-256 (64 hex digits) of a node with all its languages."""
    return hashlib.sha256(canonical(to_data(node)).encode()).hexdigest()


def document_hash(document) -> str:
    """SHA-256 of the structure and the source language's texts: what a review approves."""
    return _hash_in(document, document.source_language)


def language_hash(document, language) -> str:
    """SHA-256 of the structure with the texts of one language alone."""
    return _hash_in(document, language)


def _hash_in(document, language):
    data = only_language(to_data(document), language, document.languages)
    data["languages"] = [language]
    return hashlib.sha256(canonical(data).encode()).hexdigest()


def only_language(data, language, languages):
    """Plain data with every text reduced to one language."""
    if isinstance(data, list):
        return [only_language(child, language, languages) for child in data]
    if not isinstance(data, dict):
        return data
    if data and set(data) <= set(languages):
        return {language: data[language]} if language in data else {}
    return {name: only_language(child, language, languages) for name, child in data.items()}

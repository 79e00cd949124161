"""Codes of a page, row or word, as its other languages must have them."""

import json

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from pathways.document.fields import Kind
from pathways.document.streams import value_kinds


class Words:
    """Vocabulary from one language to another; each list is read once."""

    def __init__(self, own, other):
        self.own, self.other = own, other
        self._twins = {}

    def twin_id(self, model, primary_key):
        """The word with the same slug in the other language, or the word itself.

        A right code in the wrong language is better than a deadline without its milestone.
        """
        if model not in self._twins:
            rows = model.objects.filter(locale_id__in=[self.own, self.other])
            found = {(slug, locale): pk for pk, slug, locale in rows.values_list(*_WORD)}
            self._twins[model] = {
                pk: found[slug, self.other]
                for (slug, locale), pk in found.items()
                if locale == self.own and (slug, self.other) in found
            }
        return self._twins[model].get(primary_key, primary_key)

    def has_twin(self, model, primary_key):
        """Whether the other language has the word."""
        twin = self.twin_id(model, primary_key)
        return twin != primary_key


_WORD = ("pk", "slug", "locale_id")
_OF_ITS_OWN = {"id", "locale", "translation_key", "page"}


def row_codes(row, words) -> dict:
    """All that a row of another language shares with its source row, by attribute."""
    texts = {field.attname for field in text_fields(row)}
    return {
        field.attname: _code(field, row, words)
        for field in row._meta.concrete_fields
        if field.name not in _OF_ITS_OWN and field.attname not in texts
    } | _emptied(row, texts)


def text_fields(instance) -> list:
    """Fields that hold text to be translated."""
    found = [
        named.get_field(type(instance))
        for named in get_translatable_fields(type(instance))
        if isinstance(named, TranslatableField)
    ]
    return [
        field
        for field in found
        if isinstance(field, models.CharField | models.TextField | RichTextField)
        and not isinstance(field, StreamField)
    ]


def own_codes(source, twin, words) -> dict:
    """The same for a page or word, without its rows; streams keep the twin's texts."""
    codes = {}
    texts = {field.attname for field in text_fields(source)}
    for named in get_translatable_fields(type(source)):
        field = named.get_field(type(source))
        if isinstance(field, models.ForeignObjectRel | ParentalKey) or field.attname in texts:
            continue
        if isinstance(field, StreamField):
            own, theirs = (getattr(page, field.name).get_prep_value() for page in (source, twin))
            merged = texts_in_structure(field.stream_block, own, theirs)
            if merged != theirs:
                codes[field.attname] = json.dumps(merged)
        else:
            codes[field.attname] = _code(field, source, words)
    return codes | _emptied(source, texts)


def _code(field, instance, words):
    value = getattr(instance, field.attname)
    return words.twin_id(field.related_model, value) if is_word(field) else value


def is_word(field):
    """Whether a field refers to the vocabulary. (Page links are resolved on reading.)"""
    model = field.related_model
    return bool(model) and issubclass(model, TranslatableMixin) and not issubclass(model, Page)


def _emptied(instance, texts):
    """A text that the source no longer has is gone in all languages."""
    return {name: "" for name in texts if getattr(instance, name) == ""}


def texts_in_structure(stream, own, theirs) -> list[dict]:
    """A stream of another language with the blocks, order and codes of its source.

    Blocks that the other language does not have yet wait for their translation.

    :param own: raw value in the source language.
    :param theirs: raw value in the other language.
    """
    known = {child["id"]: child for child in theirs}
    return [
        {**known[child["id"]], "value": _block(stream.child_blocks[child["type"]], child, known)}
        for child in own
        if child["id"] in known and known[child["id"]]["type"] == child["type"]
    ]


def _block(struct, child, known):
    own, theirs = child["value"], known[child["id"]]["value"]
    values = {}
    for name, kind in value_kinds(struct).items():
        if kind is Kind.CODE:
            values[name] = own.get(name)
        elif kind is Kind.BLOCKS:
            inner = struct.child_blocks[name]
            values[name] = texts_in_structure(inner, own.get(name) or [], theirs.get(name) or [])
        else:
            values[name] = theirs.get(name) if own.get(name) else own.get(name)
    return values


def write(twin, codes) -> bool:
    """Save those codes that differ; tells whether any did.

    Where they would contradict a text that waits for its translation, they wait with it.
    """
    before = {name: getattr(twin, name) for name in codes}
    changed = [name for name, value in codes.items() if before[name] != value]
    if not changed:
        return False
    for name in changed:
        setattr(twin, name, codes[name])
    try:
        twin.clean()
        twin.validate_constraints()
    except ValidationError:
        for name in changed:
            setattr(twin, name, before[name])
        return False
    fields = [twin._meta.get_field(name).name for name in changed]
    if isinstance(twin, Page):
        twin.save(update_fields=fields, clean=False)
    else:
        twin.save(update_fields=fields)
    return True

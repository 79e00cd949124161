"""Texts of another language, written as wagtail-localize keeps them.

The page of the other language is made from its source page and from translated strings.
That way editors can manage it, it is reported when it falls behind, and a sync loses
nothing. (``translate_object`` on an existing page replaces its text; ``save_target``
publishes outside the transaction: neither is used.)
"""

import json
from collections import defaultdict

from django.core.exceptions import ObjectDoesNotExist
from wagtail.models import Page
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.segments.extract import quote_path_component
from wagtail_localize.strings import StringValue, extract_strings

from pathways.document.fields import Kind, declared
from pathways.document.markdown import to_html
from pathways.document.nodes import SUBPAGES
from pathways.document.streams import value_kinds


def translate(instance, node, locale, references) -> int:
    """Write the node's texts of a language and publish them when they are complete.

    :param instance: the saved page or word in the source language.
    :returns: how many strings are missing; above zero nothing is published.
    """
    texts = _TextsByPath(instance.locale, locale, references)
    texts.collect(node, instance)
    return translate_texts(instance, locale, texts.found)


def translate_plain(instance, locale, texts) -> int:
    """The same for plain texts by field name: ``{"title": "Metoder"}``."""
    found = {name: ([StringValue.from_plaintext(text).data], {}) for name, text in texts.items()}
    return translate_texts(instance, locale, found)


def translate_texts(instance, locale, found) -> int:
    """The same for strings and changed links by the path of their context."""
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    _store(source, locale, found)
    missing = missing_strings(source, locale)
    if not missing:
        _publish(source, translation, locale)
    return missing


def missing_strings(source, locale) -> int:
    """How many strings of a source have no translation in a language."""
    return (
        source.stringsegment_set.annotate_translation(locale)
        .filter(translation__isnull=True)
        .count()
    )


def _publish(source, translation, locale):
    if not issubclass(source.specific_content_type.model_class(), Page):
        source.create_or_update_translation(locale, fallback=False)
        return
    try:
        translation.get_target_instance()
    except ObjectDoesNotExist:
        page, _created = source.create_or_update_translation(locale, publish=False, fallback=False)
        page.get_latest_revision().publish()
        return
    source = TranslationSource.objects.get(pk=source.pk)
    page = source.get_ephemeral_translated_instance(locale, fallback=False)
    revision = page.save_revision()
    revision.publish()
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)
    source.update_target_view_restrictions(locale)


class _TextsByPath:
    """``found`` maps a context's path to the target strings and changed links."""

    def __init__(self, own, other, references):
        self.own = own
        self.other = other.language_code
        self.references = references
        self.found = {}

    def collect(self, node, instance, prefix=""):
        """Add the texts of a node, its rows and its blocks."""
        for field, meta in declared(node):
            name, value = field.name, getattr(node, field.name)
            if meta.kind in (Kind.TEXT, Kind.RICH):
                self._add(prefix + name, meta.kind, value)
            elif meta.kind is Kind.PART:
                if value is not None:
                    self._add_part(value, prefix + meta.prefix)
            elif meta.kind is Kind.BLOCKS:
                self._add_blocks(meta.of, value, f"{prefix}{name}.")
            elif meta.kind is Kind.ROWS and name not in SUBPAGES:
                rows = {row.key: row for row in getattr(instance, name).all()}
                for row in value:
                    path = f"{prefix}{name}.{rows[row.key].translation_key}."
                    self.collect(row, rows[row.key], path)

    def _add_part(self, part, prefix):
        for field, meta in declared(part):
            if meta.kind is Kind.TEXT:
                self._add(prefix + field.name, meta.kind, getattr(part, field.name))

    def _add_blocks(self, stream, blocks, prefix):
        for block in blocks:
            struct = stream.child_blocks[block.type]
            path = f"{prefix}{block.id}."
            for name, kind in value_kinds(struct).items():
                if kind in (Kind.TEXT, Kind.RICH):
                    self._add(path + name, kind, block.texts.get(name, {}))
                elif kind is Kind.BLOCKS:
                    inner = struct.child_blocks[name]
                    self._add_blocks(inner, block.children.get(name, ()), f"{path}{name}.")

    def _add(self, path, kind, text):
        if self.other not in text:
            return
        if kind is Kind.TEXT:
            self.found[path] = [StringValue.from_plaintext(text[self.other]).data], {}
            return
        own, other = (self._html(text[code]) for code in (self.own.language_code, self.other))
        own_strings, other_strings = extract_strings(own)[1], extract_strings(other)[1]
        links = {
            was: now
            for was, now in zip(_links(own_strings), _links(other_strings), strict=False)
            if was != now
        }
        self.found[path] = [string.data for string, _attributes in other_strings], links

    def _html(self, markdown):
        return to_html(markdown, lambda name: self.references.page_id(name, self.own))


def _links(strings):
    return [
        tag["href"]
        for _string, attributes in strings
        for tag in attributes.values()
        if "href" in tag
    ]


def _store(source, locale, found):
    segments = defaultdict(list)
    strings = source.stringsegment_set.select_related("context").order_by("order")
    for segment in strings:
        segments[segment.context.path].append(segment)
    for path, own in segments.items():
        for segment, data in zip(own, found.get(path, ([], {}))[0], strict=False):
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                locale=locale,
                context_id=segment.context_id,
                defaults={
                    "data": data,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "has_error": False,
                    "field_error": "",
                },
            )
    _store_links(source, locale, found)


def _store_links(source, locale, found):
    changed = {
        f"{path}.{quote_path_component(was)}": now
        for path, (_strings, links) in found.items()
        for was, now in links.items()
    }
    for segment in source.overridablesegment_set.select_related("context"):
        if segment.context.path in changed:
            SegmentOverride.objects.update_or_create(
                locale=locale,
                context=segment.context,
                defaults={
                    "data_json": json.dumps(changed[segment.context.path]),
                    "has_error": False,
                },
            )

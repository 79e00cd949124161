"""Strings of another language, stored and published as wagtail-localize keeps them.

``translate_object`` on an existing page replaces its text; ``save_target`` writes into the
live row and publishes outside the transaction: neither is used.
"""

import json
from collections import defaultdict

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.segments.extract import quote_path_component
from wagtail_localize.strings import StringValue

from pathways.models import SourceInBulk


def translate_plain(instance, locale, texts) -> int:
    """Store and publish plain texts by field name: ``{"title": "Metoder"}``.

    :param instance: the saved page or word in the source language.
    :returns: how many texts are missing; above zero nothing is published.
    """
    found = {name: ([StringValue.from_plaintext(text).data], {}) for name, text in texts.items()}
    return translate_texts(instance, locale, found)


def translate_texts(instance, locale, found) -> int:
    """The same for strings and changed links by the path of their context."""
    source, _created = SourceInBulk.update_or_create_from_instance(instance)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    _store(source, locale, found)
    missing = missing_texts(source, locale)
    if not missing:
        publish(translation)
    return missing


def missing_texts(source, locale) -> int:
    """How many strings, and words that are referred to, a source lacks in a language."""
    strings = source.stringsegment_set.annotate_translation(locale)
    words = source.relatedobjectsegment_set.select_related("object")
    return strings.filter(translation__isnull=True).count() + sum(
        not word.object.has_translation(locale) for word in words
    )


@transaction.atomic
def publish(translation, user=None):
    """Make the page or word of the target language from its strings, and publish it.

    :raises MissingTranslationError: where one is missing; nothing has changed then.
    """
    source = TranslationSource.objects.get(pk=translation.source_id)
    locale = translation.target_locale
    if not issubclass(source.specific_content_type.model_class(), Page):
        source.create_or_update_translation(locale, user=user, fallback=False)
        return
    try:
        translation.get_target_instance()
    except ObjectDoesNotExist:
        page, _created = source.create_or_update_translation(
            locale, user=user, publish=False, fallback=False
        )
        page.get_latest_revision().publish(user=user)
        return
    page = source.get_ephemeral_translated_instance(locale, fallback=False)
    revision = page.save_revision(user=user)
    revision.publish(user=user)
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)
    source.update_target_view_restrictions(locale)


def _store(source, locale, found):
    segments = defaultdict(list)
    strings = source.stringsegment_set.select_related("context").order_by("order")
    for segment in strings:
        segments[segment.context.path].append(segment)
    # Two equal strings of one text are one row, with the translation of the later.
    rows = {
        (segment.string_id, segment.context_id): StringTranslation(
            translation_of_id=segment.string_id,
            locale=locale,
            context_id=segment.context_id,
            data=data,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        for path, own in segments.items()
        for segment, data in zip(own, found.get(path, ([], {}))[0], strict=False)
    }
    StringTranslation.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["translation_of", "locale", "context"],
        update_fields=["data", "translation_type", "has_error", "field_error", "updated_at"],
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

"""No text goes live in another language before all of them are translated.

wagtail-localize would fill the gaps with the source language: its Publish button, “sync and
publish”, translating a whole subtree and ``save_target``. All of them save the live row.
"""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import Translation

from pathways.models.vocabulary import VocabularyEntry

from .texts import missing_texts


class IncompleteTranslation(ValidationError):
    """Texts are missing; what readers see has not changed."""

    def __init__(self, instance, missing):
        self.text = incomplete_message(instance, missing)
        super().__init__({NON_FIELD_ERRORS: [self.text]})


def incomplete_message(instance, missing):
    """What is missing, for the editor."""
    message = ngettext(
        "“%(page)s” waits: %(count)s text is not translated yet. Readers see what they saw before.",
        "“%(page)s” waits: %(count)s texts are not translated yet. "
        "Readers see what they saw before.",
        missing,
    )
    return message % {"page": instance, "count": missing}


def translation_into(instance):
    """The translation that keeps a page or word, or None."""
    return (
        Translation.objects.filter(
            source__object_id=instance.translation_key,
            target_locale_id=instance.locale_id,
            enabled=True,
        )
        .exclude(source__locale_id=instance.locale_id)
        .select_related("source")
        .first()
    )


def texts_missing_in(instance) -> int:
    """How many texts a page or word still lacks; 0 where nobody translates it."""
    translation = translation_into(instance)
    return missing_texts(translation.source, instance.locale_id) if translation else 0


def refuse_incomplete(sender, instance, raw=False, update_fields=None, **kwargs):
    """Receiver of ``pre_save``.

    :raises IncompleteTranslation: before the whole of a live page, or of a word that readers
        already have, is overwritten.
    """
    if raw or update_fields is not None or not _is_read(instance):
        return
    missing = texts_missing_in(instance)
    if missing:
        raise IncompleteTranslation(instance, missing)


def _is_read(instance):
    if isinstance(instance, VocabularyEntry):
        return not instance._state.adding
    return isinstance(instance, Page) and type(instance) is not Page and instance.live

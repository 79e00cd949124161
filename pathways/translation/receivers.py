"""Who is told when pages and words are saved."""

from django.db.models.signals import post_save, pre_save

from pathways.models.vocabulary import VocabularyEntry

from .follow import follow_page, follow_word
from .guard import refuse_incomplete
from .signals import live_page_saved


def connect():
    """Called once, when all models are there."""
    pre_save.connect(refuse_incomplete, dispatch_uid="refuse_incomplete_translations")
    live_page_saved.connect(_page_saved, dispatch_uid="translations_follow_page")
    for model in VocabularyEntry.__subclasses__():
        post_save.connect(_word_saved, sender=model, dispatch_uid=f"follow_{model.__name__}")


def _page_saved(sender, instance, **kwargs):
    follow_page(instance)


def _word_saved(sender, instance, raw=False, update_fields=None, **kwargs):
    if not raw and update_fields is None:
        follow_word(instance)

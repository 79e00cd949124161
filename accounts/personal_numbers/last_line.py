"""The last line: what no form has stopped is not saved."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import StreamField

from .find import find
from .found import Certainty
from .texts import texts_in
from .words import what_was_found

ENOUGH_DIGITS = re.compile(r"\d(?:\D{0,3}\d){8}")
# Where people type, beside our own models. Revisions hold what page forms have let through.
OTHERS = {
    "auth.Group",
    "search.Synonym",
    "taggit.Tag",
    "wagtail_localize.SegmentOverride",
    "wagtail_localize.StringTranslation",
    "wagtailcore.Collection",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.Site",
    "wagtailcore.Task",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowState",
    "wagtailcore.TaskState",
    "wagtaildocs.Document",
    "wagtailimages.Image",
    "wagtailredirects.Redirect",
    "wagtailsearchpromotions.Query",
    "wagtailsearchpromotions.SearchPromotion",
}
# Made by the machine; digits in a hash may look like anything.
NO_WORDS = {
    "password",
    "imported_hash",
    "file_hash",
    "hash",
    "key",
    "phase_key",
    "step_key",
    "item_key",
    "branch_key",
    "area",  # key of a phase
    "slot",
    "digest",
    "object_id",
    "related_id",
    "snapshot",  # of pages that were guarded when they were written
}
OUR_OWN = {"accounts", "cases", "home", "pathways"}


class PersonalNumberRefused(ValidationError):
    """Something with a personal number in it was about to be saved."""


def is_guarded(model):
    """Whether people's free text goes into the model's table."""
    meta = model._meta.concrete_model._meta
    return meta.app_label in OUR_OWN or meta.label in OTHERS


def refuse_personal_numbers(sender, instance, update_fields=None, **_kwargs):
    """A ``pre_save`` receiver.

    :raises PersonalNumberRefused: which says where it stands.
    """
    if not is_guarded(sender):
        return
    for field in _text_fields(sender):
        if update_fields is not None and field.name not in update_fields:
            continue
        for text in texts_in(getattr(instance, field.attname)):
            if ENOUGH_DIGITS.search(text):
                _refuse(field, text)


def _refuse(field, text):
    for found in find(text):
        if found.certainty == Certainty.SURE:
            words = what_was_found(text, found)
            raise PersonalNumberRefused(f"{field.verbose_name}: {words}", code="personal_number")


def _text_fields(model):
    kinds = (models.CharField, models.TextField, StreamField)
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, kinds) and not field.choices and field.name not in NO_WORDS
    ]

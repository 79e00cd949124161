"""Keeping account of what is searched, for editors: no people, no numbers of people."""

from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.timezone import localdate

from accounts.personal_numbers import find as find_numbers
from search.analysis import words_of
from search.models import Asked


def record(query, found):
    """Count a question, unless something in it may be a personal number."""
    text = _text(query.words)
    if text and not find_numbers(query.typed):
        key = {"day": localdate(), "language": query.own_language, "text": text}
        _count(key, times=F("times") + 1, found=found)


def record_opened(words, language):
    """Count that a result of a question was opened; one that nobody asked today is not counted."""
    text = _text(words)
    asked = Asked.objects.filter(day=localdate(), language=language, text=text)
    asked.update(opened=F("opened") + 1)


def forget(today=None):
    """Delete what is older than ``SEARCH_REPORT_DAYS``."""
    oldest = (today or localdate()) - timedelta(days=settings.SEARCH_REPORT_DAYS)
    Asked.objects.filter(day__lt=oldest).delete()


def _text(words):
    return " ".join(words_of(words))[:200]


def _count(key, **values):
    if Asked.objects.filter(**key).update(**values):
        return
    if not Asked.objects.filter(day=key["day"]).exists():
        forget(key["day"])  # the first of a day tidies up
    try:
        with transaction.atomic():
            Asked.objects.create(**key, times=1, found=values["found"])
    except IntegrityError:  # somebody else asked the same at the same moment
        Asked.objects.filter(**key).update(**values)

"""Review dates of the demo: as fresh as on the day it is loaded."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from django.apps import apps

from pathways.document.nodes import PAGE_NODES, SUBPAGES

NEWEST_CHECK = timedelta(weeks=3)


def days_to_shift(documents, today) -> timedelta:
    """How far the reviews of the documents have to move.

    The newest is then three weeks old. What is loaded already stays where it is, so that
    loading again changes nothing.
    """
    pages = [page for document in documents for page in document.pages() if page.reviewed_on]
    loaded = _days_since_loading(pages)
    if loaded is not None:
        return loaded
    newest = max((date.fromisoformat(page.reviewed_on) for page in pages), default=today)
    return today - NEWEST_CHECK - newest


def _days_since_loading(pages):
    """How far most of the pages that are here stand from their files; None at the first time.

    Some may have been checked by editors since.
    """
    here = {}
    for kind, node in PAGE_NODES.items():
        model = apps.get_model(node.MODEL)
        rows = model.objects.exclude(package="").filter(reviewed_on__isnull=False)
        here |= {f"{kind}:{key}": on for key, on in rows.values_list("key", "reviewed_on")}
    shifts = Counter(
        here[name] - date.fromisoformat(page.reviewed_on)
        for page in pages
        if (name := f"{page.KIND}:{page.key}") in here
    )
    return shifts.most_common(1)[0][0] if shifts else None


def shifted(node, days):
    """A document or page with every review, below it too, that many days later."""
    values = {
        name: _later(getattr(node, name), days)
        for name in ("reviewed_on", "review_by")
        if getattr(node, name, None)
    }
    for name in (*SUBPAGES, "pathways", "methods", "templates", "articles"):
        if hasattr(node, name):
            values[name] = tuple(shifted(page, days) for page in getattr(node, name))
    return replace(node, **values)


def _later(day, days):
    return (date.fromisoformat(day) + days).isoformat()

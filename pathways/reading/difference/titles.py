"""Titles of live pages that a document names and does not hold."""

from collections import defaultdict

from django.apps import apps
from wagtail.models import Page

from pathways.document.nodes import PAGE_NODES


class LiveTitles:
    """Looks titles up when they are asked for: all of a kind in one query.

    :param languages: codes in the order in which they are preferred.
    """

    def __init__(self, languages):
        self.languages = languages
        self._known = {}

    def of(self, name) -> str:
        """The title of ``method:coach``; its key where there is no such page."""
        kind, _colon, key = name.partition(":")
        if kind not in self._known:
            self._known[kind] = self._titles(kind)
        versions = self._known[kind].get(key)
        if not versions:
            return key
        preferred = (versions[code] for code in self.languages if code in versions)
        return next(preferred, next(iter(versions.values())))

    @staticmethod
    def _titles(kind):
        """``{key: {language: title}}``"""
        known = kind in PAGE_NODES
        pages = apps.get_model(PAGE_NODES[kind].MODEL).objects if known else Page.objects
        key = "key" if known else "translation_key"
        found = defaultdict(dict)
        rows = pages.filter(live=True).order_by("pk")
        for its_key, language, title in rows.values_list(key, "locale__language_code", "title"):
            found[str(its_key)][language] = title
        return found

"""Between primary keys, which a database gives, and keys, which people give."""

from django.apps import apps
from wagtail.models import Page

from .nodes import PAGE_NODES, VOCABULARY

PAGE_MODELS = {kind: node.MODEL for kind, node in PAGE_NODES.items()}


class UnknownReference(LookupError):
    """A key that leads to nothing."""


class References:
    """All keys of the portal, read once: words by slug, pages as ``kind:key``."""

    def __init__(self):
        self._word_slugs = {}
        self._page_names = {}
        self._page_ids = {}
        for name, node in VOCABULARY.items():
            model = apps.get_model(node.MODEL)
            self._word_slugs[name] = dict(model.objects.values_list("pk", "slug"))
        for kind, label in PAGE_MODELS.items():
            rows = apps.get_model(label).objects.values_list("pk", "key", "locale_id")
            for page_id, key, locale_id in rows:
                self._page_names[page_id] = f"{kind}:{key}"
                self._page_ids[f"{kind}:{key}", locale_id] = page_id

    def slug(self, vocabulary, primary_key):
        """The slug of a word, or an empty string."""
        return self._word_slugs[vocabulary].get(primary_key, "")

    def page_name(self, page_id):
        """``method:coach``, ``page:…`` for a page that is no guidance, None if gone."""
        if page_id not in self._page_names:
            key = Page.objects.filter(pk=page_id).values_list("translation_key", flat=True)
            self._page_names[page_id] = f"page:{key[0]}" if key else None
        return self._page_names[page_id]

    def page_id(self, name, locale):
        """The page's id in a locale, or in any where that one lacks it.

        :raises UnknownReference: when no page has the name.
        """
        if (name, locale.pk) in self._page_ids:
            return self._page_ids[name, locale.pk]
        kind, _colon, key = name.partition(":")
        if kind == "page":
            pages = Page.objects.filter(translation_key=key)
        elif kind in PAGE_MODELS:
            pages = apps.get_model(PAGE_MODELS[kind]).objects.filter(key=key)
        else:
            raise UnknownReference(name)
        found = {page.locale_id: page.pk for page in pages}
        if not found:
            raise UnknownReference(name)
        self._page_ids[name, locale.pk] = found.get(locale.pk, min(found.values()))
        return self._page_ids[name, locale.pk]

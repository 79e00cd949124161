"""Guidance that items lead to: in the case's edition, or in the library as it is now."""

from collections import defaultdict

from django.urls import reverse

from accounts.visibility import Reader
from pathways.models import ArticlePage, DocumentTemplatePage, MethodPage
from pathways.reading.links import Link, closest_version

LIBRARY = {"method": MethodPage, "template": DocumentTemplatePage, "article": ArticlePage}


def guidance_links(case, items, wording) -> dict:
    """Links of items by their place; a page that is gone, or not for all staff, has none."""
    reader = Reader(is_staff=True)
    wanted = defaultdict(set)
    for item in items:
        kind, _colon, key = item.node.guidance.partition(":")
        wanted[kind].add(key)
    pages = {kind: _pages(kind, wanted[kind], reader) for kind in LIBRARY if wanted[kind]}
    links = {item.place: _link(case, item, pages, wording) for item in items}
    return {place: link for place, link in links.items() if link}


def _pages(kind, keys, reader):
    """Versions of live pages that the reader is let in to, by key and language."""
    versions = defaultdict(dict)
    pages = reader.readable(LIBRARY[kind].objects.live()).filter(key__in=keys)
    for page in pages.select_related("locale").defer_streamfields():
        versions[page.key][page.locale.language_code] = page
    return versions


def _link(case, item, pages, wording):
    kind, _colon, key = item.node.guidance.partition(":")
    if kind == "step" and wording.procedure.step(key):
        title = wording.step(key)
        return Link(title, reverse("cases:step", args=[case.pk, key]), title.lang)
    versions = pages.get(kind, {}).get(key)
    if not versions:
        return None
    page = closest_version(versions, wording.language)
    lang = page.locale.language_code
    address = reverse("cases:guidance", args=[case.pk, kind, key])
    step, name, number = item.place
    return Link(
        page.title,
        f"{address}?step={step}&item={name}&round={number}",
        "" if lang == wording.language else lang,
    )


def library_page(kind, key, language, reader):
    """The live page of the library in the language closest to the reader's, or None."""
    versions = _pages(kind, [key], reader).get(key) if kind in LIBRARY else None
    return closest_version(versions, language) if versions else None

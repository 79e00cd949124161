"""Replacing a term everywhere: in drafts only, so that nothing readers see changes by itself.

Texts of the source language are changed. A translation's are kept in the translation editor, and
what became of them follows from the source that is changed.
"""

import re
from dataclasses import dataclass
from html import escape

from django.db import transaction
from wagtail.fields import RichTextField, StreamField

from pathways.admin.home.lists import guidance_models, is_translation
from pathways.document.fields import Kind
from pathways.document.streams import value_kinds
from pathways.permissions import may_change
from pathways.translation.codes import text_fields

SURROUNDINGS = 40  # characters
KEPT = ("slug", "seo_title", "search_description")  # addresses stay; the others nobody reads here


@dataclass(frozen=True)
class Found:
    """One place: the text around the term, before it and after it."""

    before: str
    term: str
    after: str


@dataclass(frozen=True)
class PageWithTerm:
    """A page whose draft has the term."""

    page: object
    places: list[Found]
    may_change: bool


class TooLong(ValueError):
    """A text would be longer than its field; nothing was replaced anywhere."""

    def __init__(self, page, text):
        self.page, self.text = page, text
        super().__init__(text)


class Replacement:
    """What is replaced by what.

    :param whole_words: not inside longer words (“sag” in “sagsbehandler”).
    :param match_case: only as it is written; otherwise a capital stays a capital.
    """

    def __init__(self, term, by, *, whole_words=True, match_case=False):
        self.by = by
        self._follows_capitals = not match_case and not term[:1].isupper()
        self._plain = _pattern(term, whole_words, match_case)
        self._rich = _pattern(escape(term, quote=False), whole_words, match_case)

    def in_text(self, text):
        """The text with the term replaced."""
        return self._plain.sub(lambda match: self._instead(match[0], self.by), text)

    def in_html(self, html):
        """The same between the tags of rich text."""
        by = escape(self.by, quote=False)
        parts = re.split(r"(<[^>]*>)", html)
        return "".join(
            part
            if part.startswith("<")
            else self._rich.sub(lambda match: self._instead(match[0], by), part)
            for part in parts
        )

    def places(self, text):
        """Where the term stands in a plain text."""
        for match in self._plain.finditer(text):
            start, end = match.span()
            yield Found(
                text[max(start - SURROUNDINGS, 0) : start], match[0], text[end : end + SURROUNDINGS]
            )

    def _instead(self, found, by):
        if self._follows_capitals and found[:1].isupper():
            return by[:1].upper() + by[1:]
        return by


def _pattern(term, whole_words, match_case):
    words = re.escape(term)
    if whole_words:
        words = rf"(?<!\w){words}(?!\w)"
    return re.compile(words, 0 if match_case else re.IGNORECASE)


def pages_with(replacement, user, language) -> list[PageWithTerm]:
    """Pages of guidance in a language that have the term, as their drafts stand."""
    found = []
    for page in _source_pages(language):
        draft = page.get_latest_revision_as_object()
        places = [
            place for text in _texts_of(draft) for place in replacement.places(_without_tags(text))
        ]
        if places:
            found.append(PageWithTerm(page, places, may_change(user, page)))
    return found


@transaction.atomic
def replace_in_drafts(*, replacement, page_ids, user, language) -> list:
    """Replace the term in drafts of those pages that the user may change; gives these pages.

    :raises TooLong: and nothing has changed.
    """
    changed = []
    for page in _source_pages(language):
        if page.pk not in page_ids or not may_change(user, page):
            continue
        draft = page.get_latest_revision_as_object()
        if _replace(draft, replacement):
            draft.save_revision(user=user, log_action=True, clean=False)
            changed.append(page)
    return changed


def _source_pages(language):
    for model in guidance_models():
        pages = model.objects.filter(~is_translation(), locale__language_code=language)
        yield from pages.order_by("path")


def _texts_of(draft):
    """Plain texts and rich texts of a draft and its rows."""
    for _owner, field in _fields_of(draft):
        value = getattr(_owner, field.name)
        yield value or ""
    for field in _streams_of(draft):
        for texts, name, _kind in _leaves(field.stream_block, _raw(draft, field)):
            yield texts[name]


def _replace(draft, replacement):
    """Whether something was replaced."""
    changed = False
    for owner, field in _fields_of(draft):
        before = getattr(owner, field.name) or ""
        is_rich = isinstance(field, RichTextField)
        after = replacement.in_html(before) if is_rich else replacement.in_text(before)
        if after != before:
            if field.max_length and len(after) > field.max_length:
                raise TooLong(draft, after)
            setattr(owner, field.name, after)
            changed = True
    for field in _streams_of(draft):
        raw, touched = _raw(draft, field), False
        for texts, name, kind in _leaves(field.stream_block, raw):
            by_kind = replacement.in_html if kind is Kind.RICH else replacement.in_text
            after = by_kind(texts[name])
            touched |= after != texts[name]
            texts[name] = after
        if touched:
            setattr(draft, field.name, field.stream_block.to_python(raw))
            changed = True
    return changed


def _fields_of(draft):
    """Pairs of owner and text field: the page's own, and those of its rows."""
    owners = [draft]
    for relation in draft.row_relations():
        owners += getattr(draft, relation.get_accessor_name()).all()
    for owner in owners:
        for field in text_fields(owner):
            if field.name not in KEPT:
                yield owner, field


def _streams_of(draft):
    return [field for field in draft._meta.concrete_fields if isinstance(field, StreamField)]


def _raw(draft, field):
    return field.stream_block.get_prep_value(getattr(draft, field.name))


def _leaves(stream, raw):
    """Texts inside a stream: the dict that holds each, its name there, and its kind."""
    for block in raw:
        struct = stream.child_blocks[block["type"]]
        for name, kind in value_kinds(struct).items():
            value = block["value"].get(name)
            if kind is Kind.BLOCKS:
                yield from _leaves(struct.child_blocks[name], value or [])
            elif kind in (Kind.TEXT, Kind.RICH) and value:
                yield block["value"], name, kind


def _without_tags(html):
    return re.sub(r"<[^>]*>", " ", html) if "<" in html else html

"""Glossary terms in running text: the first use of each on a page opens its explanation."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from snowballstemmer import stemmer

from .pages import LIVE

STEMMERS = {"nb": "norwegian", "da": "danish", "fi": "finnish", "en": "english"}
_TAG = re.compile(r"(<[^>]*>)")
_WORD = re.compile(r"\w+(?:-\w+)*")
_BETWEEN_WORDS = re.compile(r"-?\s+|-")
_BRACKETS = re.compile(r"^(.*\S)\s*\((.+)\)$")
# A link leads elsewhere already; a heading is no running text.
_LEFT_ALONE = re.compile(r"<(/?)(?:a|button|h[1-6])\b")


@dataclass(frozen=True)
class TermView:
    """A word explained."""

    name: str
    description: str
    url: str
    slug: str = ""

    @property
    def dom_id(self):
        return f"term-{self.slug}"


def term_view_of(term) -> TermView:
    """A glossary term as templates take it."""
    return TermView(term.name, term.description, term.get_absolute_url(), term.slug)


@lru_cache(maxsize=20_000)
def _stem(word, language):
    return stemmer(STEMMERS.get(language, "english")).stemWord(word.lower())


class ExplainedTexts:
    """Rich text as readers get it, with buttons on the words that the glossary explains.

    :param links: what expands the rich text.
    :param language: whose glossary is read, once a page.
    :param pages: where it is looked up.
    """

    def __init__(self, links, language, pages=LIVE):
        self.links, self.language, self.pages = links, language, pages
        self.reader = links.reader
        self.explained = []
        self._used = set()

    @cached_property
    def _terms(self):
        """Terms by the stems of their words: ``{("working", "day"): term}``."""
        terms = {}
        for term in self.pages.terms(self.language):
            for name in _names(term.name):
                stems = tuple(_stem(word, self.language) for word in _WORD.findall(name))
                if stems and term.description:
                    terms.setdefault(stems, term)
        return terms

    @cached_property
    def _beginnings(self):
        """How the first words begin: a stemmer is slow, and most words need none."""
        return {stems[0][:3] for stems in self._terms}

    @cached_property
    def _longest(self):
        return max(map(len, self._terms), default=0)

    def expand(self, html):
        """One rich text; earlier ones of the same page count."""
        parts, depth = [], 0
        for part in _TAG.split(str(self.links.expand(html))):
            if part.startswith("<"):
                tag = _LEFT_ALONE.match(part)
                depth += 0 if not tag else -1 if tag[1] else 1
            elif not depth and part.strip():
                part = self._mark(part)
            parts.append(part)
        return mark_safe("".join(parts))  # noqa: S308

    def _mark(self, text):
        words = list(_WORD.finditer(text))
        marked, end, at = [], 0, 0
        while at < len(words):
            count, term = self._term_at(words, at, text)
            if term and term.pk not in self._used:
                start, stop = words[at].start(), words[at + count - 1].end()
                marked += [text[end:start], self._button(term, text[start:stop])]
                end = stop
            at += count
        return "".join([*marked, text[end:]])

    def _term_at(self, words, at, text):
        """How many words the longest term that begins here has, and the term."""
        if words[at][0][:3].lower() not in self._beginnings:
            return 1, None
        stems = []
        best = 1, None
        for count, word in enumerate(words[at : at + self._longest], start=1):
            gap = text[words[at + count - 2].end() : word.start()] if count > 1 else " "
            if not _BETWEEN_WORDS.fullmatch(gap):
                break
            stems.append(_stem(word[0], self.language))
            term = self._terms.get(tuple(stems))
            if term:
                best = count, term
        return best

    def _button(self, term, words):
        self._used.add(term.pk)
        view = term_view_of(term)
        self.explained.append(view)
        return format_html(
            '<button class="term" type="button" popovertarget="{}">{}</button>',
            view.dom_id,
            mark_safe(words),  # noqa: S308
        )


def _names(name):
    """“Support scheme (SKP)” is known by both names; other words in brackets only explain."""
    match = _BRACKETS.match(name)
    if not match:
        return [name]
    return [match[1], match[2]] if match[2].isupper() else [match[1]]

"""The part of a page that answers, with the words that were looked for marked."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis import analyse
from search.analysis.terms import within
from search.analysis.words import spans

LENGTH = 220
MOST_INSIDE = 2


@dataclass(frozen=True)
class Inside:
    """A line of a checklist or a field of a form that was found, with its own anchor."""

    html: SafeString
    anchor: str


class Highlighter:
    """Knows the words of a question again in texts of a language."""

    def __init__(self, question, language):
        self.language = language
        self._words = []
        for word in question.words:
            if word.asked:
                single = [choice for choice in word.choices if len(choice.groups) == 1]
                exact = {t for choice in single if not choice.prefix for t in choice.groups[0]}
                begins = tuple(t for choice in single if choice.prefix for t in choice.groups[0])
                several = [choice.groups for choice in word.choices if len(choice.groups) > 1]
                self._words.append((exact, begins, several))
        self._known = {}

    def which(self, word):
        """Places of the words of the question that a word of the text is."""
        if word not in self._known:
            self._known[word] = self._which(word)
        return self._known[word]

    def _which(self, word):
        analysis = analyse(word, self.language)
        if analysis is None:
            return frozenset()
        parts = frozenset().union(*analysis.parts)
        terms = analysis.same | analysis.folded | within(parts)
        bare = self.language + word
        return frozenset(
            place
            for place, (exact, begins, several) in enumerate(self._words)
            if terms & exact
            or (begins and bare.startswith(begins))
            or any(all(terms & group for group in groups) for groups in several)
        )

    def found_in(self, text):
        """``(start, end, words of the question)`` of each word that was looked for."""
        found = []
        for start, end, word in spans(text):
            which = self.which(word)
            if which:
                found.append((start, end, which))
        return found

    def mark(self, text, begin=0, end=None) -> SafeString:
        """A part of a text as HTML."""
        end = len(text) if end is None else end
        parts, at = [], begin
        for start, stop, _which in self.found_in(text):
            if begin <= start and stop <= end:
                parts += [escape(text[at:start]), f"<mark>{escape(text[start:stop])}</mark>"]
                at = stop
        return mark_safe("".join([*parts, escape(text[at:end])]))  # noqa: S308


def snippet(passages, highlighter) -> SafeString:
    """The passage with the most of the words, cut to where they stand closest; or nothing."""
    best, best_found = "", []
    most = 0
    for text, _anchor, _staff in passages:
        found = highlighter.found_in(text)
        words = len(frozenset().union(*(which for _s, _e, which in found)))
        if words > most:
            best, best_found, most = text, found, words
    if not best:
        return mark_safe("")
    begin, end = _window(best, best_found)
    before, after = ("… " if begin else ""), (" …" if end < len(best) else "")
    return mark_safe(before + highlighter.mark(best, begin, end) + after)  # noqa: S308


def inside(passages, highlighter) -> list[Inside]:
    """The lines and fields that have the most words, first of all those with all of them."""
    found = []
    for text, anchor, _staff in passages:
        if anchor:
            which = [each for _s, _e, each in highlighter.found_in(text)]
            words = len(frozenset().union(*which))
            if words:
                found.append((-words, len(found), text, anchor))
    found.sort()
    best = [each for each in found if each[0] == found[0][0]]
    lines = {anchor: text for _words, _place, text, anchor in reversed(best)}
    chosen = list(reversed(lines.items()))[:MOST_INSIDE]
    return [Inside(highlighter.mark(text), anchor) for anchor, text in chosen]


def _window(text, found):
    """Where to begin and end, between words: the stretch that holds the most of them."""
    if len(text) <= LENGTH:
        return 0, len(text)
    starts = [start for start, _end, _which in found]

    def held(start):
        near = [which for s, e, which in found if start <= s and e <= start + LENGTH - 40]
        return len(frozenset().union(*near)), len(near)

    first = max(starts, key=lambda start: (held(start), -start))
    begin = max(0, first - 40)
    end = min(len(text), begin + LENGTH)
    if begin:
        begin = text.find(" ", begin, first) + 1 or first
    if end < len(text):
        end = text.rfind(" ", begin, end)
    return begin, end

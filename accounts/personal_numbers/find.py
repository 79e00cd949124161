"""One look through a text for the personal numbers of all four countries."""

import re
import unicodedata

from . import denmark, finland, norway, sweden
from .found import Country, Found

PART = r"[./-]?"
BETWEEN = r"(?P<between> ?[-+] ?| ?)"
START, END = r"(?<!\d)(?<!\d[.,])", r"(?!\d)(?![.,]\d)"
DAY_FIRST = rf"(?P<date>\d\d{PART}\d\d{PART}(?:18|19|20)?\d\d)"
YEAR_FIRST = rf"(?P<date>(?:18|19|20)?\d\d{PART}\d\d{PART}\d\d)"


def _pattern(date, rest):
    return re.compile(START + date + BETWEEN + rest + END)


DIGITS = [
    (Country.NORWAY, norway, _pattern(DAY_FIRST, r"(?P<rest>\d{5})")),
    (Country.SWEDEN, sweden, _pattern(YEAR_FIRST, r"(?P<rest>\d{4})")),
    (Country.DENMARK, denmark, _pattern(DAY_FIRST, r"(?P<rest>\d{4})")),
]
FINNISH = re.compile(
    rf"(?<!\d)(\d{{6}}) ?([{finland.SIGNS}]) ?(\d{{3}}[0-9A-Z])(?![0-9A-Z])", re.IGNORECASE
)
HYPHENS = dict.fromkeys(map(ord, "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}–—−"), "-")
INVISIBLE = re.compile("[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\ufeff]")


def find(text):
    """What in the text is, or may be, a personal number.

    :param str text: plain text, as somebody typed it.
    :returns: a list of :class:`Found` in the order of the text; of several readings of the same
        place the most certain one.
    """
    plain, places = _plain(text)
    found = [_found(*each, places) for each in (*_in_digits(plain), *_finnish(plain))]
    found.sort(key=lambda one: (-one.certainty, one.start))
    kept = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _in_digits(text):
    for country, rules, pattern in DIGITS:
        for match in _overlapping(pattern, text):
            date = re.sub(r"\D", "", match["date"])
            if len(date) == 8 and country != Country.SWEDEN:
                date = date[:4] + date[6:]
            is_compact = match["date"].isdigit() and len(match["date"]) == 6
            certainty = rules.judge(date + match["rest"], match["between"], is_compact)
            if certainty:
                yield country, certainty, match


def _overlapping(pattern, text):
    """All matches, also those that begin inside another."""
    start = 0
    while match := pattern.search(text, start):
        yield match
        start = match.start() + 1


def _finnish(text):
    for match in FINNISH.finditer(text):
        certainty = finland.judge("".join(match.groups()))
        if certainty:
            yield Country.FINLAND, certainty, match


def _found(country, certainty, match, places):
    return Found(country, certainty, places[match.start()], places[match.end() - 1] + 1)


def _plain(text):
    """The text in plain digits, spaces and hyphens, and where each of its characters stood."""
    characters, places = [], []
    for place, character in enumerate(text):
        if INVISIBLE.match(character):
            continue
        for one in unicodedata.normalize("NFKC", character).translate(HYPHENS):
            characters.append(" " if one.isspace() else one)
            places.append(place)
    return "".join(characters), places

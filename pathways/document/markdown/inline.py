"""Inline pieces as one line of Markdown."""

import re

from .html import to_html
from .reader import read_blocks


def inline_markdown(pieces, one_line):
    """The pieces as one line of Markdown; emphasis that would not survive is left out."""
    pieces = _trim(pieces, one_line)
    text = _write(pieces)
    if _reread(text) != _merge(pieces):
        text = _write([(words, (), href) for words, _marks, href in pieces])
    return text


def _trim(pieces, one_line):
    """Break lines only inside a paragraph, and never have space at an edge."""
    pieces = [
        (text.replace("\n", " ") if one_line else text, marks, href) for text, marks, href in pieces
    ]
    whole = _SPACE_AROUND_BREAK.sub("\n", "".join(text for text, _m, _h in pieces))
    whole = re.sub(r"\n{2,}", "\n", re.sub(r" {2,}", " ", whole)).strip()
    trimmed, at = [], 0
    for text, marks, href in pieces:
        kept = ""
        for character in text:
            if at < len(whole) and character == whole[at]:
                kept += character
                at += 1
        if kept:
            trimmed.extend(_spaces_unmarked(kept, marks, href))
    return _merge(trimmed)


def _spaces_unmarked(text, marks, href):
    """Markdown has no emphasis that begins or ends with a space."""
    inner = text.strip()
    if not inner or not marks:
        yield text, () if not inner else marks, href
        return
    before, after = text.split(inner, 1) if text != inner else ("", "")
    for piece, its_marks in ((before, ()), (inner, marks), (after, ())):
        if piece:
            yield piece, its_marks, href


_SPACE_AROUND_BREAK = re.compile(r" *\n *")


def _merge(pieces):
    merged = []
    for text, marks, href in pieces:
        marks = tuple(sorted(set(marks), reverse=True))
        if merged and merged[-1][1:] == (marks, href):
            merged[-1] = (merged[-1][0] + text, marks, href)
        else:
            merged.append((text, marks, href))
    return merged


def _write(pieces):
    out, open_marks, open_href = [], [], None
    for text, marks, href in [*pieces, ("", (), None)]:
        while open_marks and (href != open_href or set(open_marks) - set(marks)):
            out.append(open_marks.pop())
        if href != open_href:
            if open_href is not None:
                out.append(f"]({_address(open_href)})")
            if href is not None:
                out.append("[")
            open_href = href
        for mark in marks:
            if mark not in open_marks:
                open_marks.append(mark)
                out.append(mark)
        out.append(_escape(text))
    return _escape_line_starts("".join(out))


def _address(href):
    return href.replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def _escape(text):
    return re.sub(r"([\\*_\[\]])", r"\\\1", text).replace("\n", "\\\n")


def _escape_line_starts(markdown):
    return "\n".join(
        re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", re.sub(r"^([#+-]|:::)", r"\\\1", line))
        for line in markdown.split("\n")
    )


def _reread(markdown):
    """The pieces that a reader of the Markdown gets; None where they fall apart."""
    blocks = read_blocks(to_html(markdown))
    if len(blocks) > 1:
        return None
    return _merge(blocks[0][2]) if blocks else []

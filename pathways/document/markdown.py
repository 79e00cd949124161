"""Rich text: the portal's HTML and the document's Markdown, a closed subset of both.

Paragraphs, ``h3`` and ``h4``, nested lists, bold, italic, line breaks, links. What an
editor cannot type is not carried. ``to_markdown(to_html(m)) == m`` for every Markdown
that :func:`to_markdown` makes.
"""

import re
from html import escape
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from wagtail_localize.strings import extract_strings

_parser = MarkdownIt("zero").enable(["heading", "list", "emphasis", "link", "escape", "newline"])
_TAGS = {"strong": "b", "em": "i"}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS = {"p", "h3", "h4", "li"}
_SPACE = re.compile(r"[ \t\r\n]+")


class NotInSubset(ValueError):
    """The Markdown uses something that the subset does not have."""


def to_html(markdown, page_id=None):
    """Markdown as the HTML that Wagtail stores.

    :param page_id: function from a reference such as ``method:coach`` to a page's id.
    :raises NotInSubset: on a heading of another level.
    """
    out = []
    for token in _parser.parse(markdown):
        if token.type == "inline":
            out.extend(_inline_html(token.children, page_id))
        elif token.type == "heading_open" and token.tag not in ("h3", "h4"):
            raise NotInSubset(f"a heading of level {token.tag[1:]}")
        elif not token.hidden:
            out.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
    return "".join(out)


def _inline_html(tokens, page_id):
    for token in tokens:
        if token.type == "text":
            yield escape(token.content, quote=False)
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "<br/>"
        elif token.type == "link_open":
            yield _open_link(token.attrs["href"], page_id)
        elif token.type == "link_close":
            yield "</a>"
        else:
            tag = _TAGS[token.tag]
            yield f"<{'/' if token.nesting < 0 else ''}{tag}>"


def is_reference(href):
    """Whether a link leads to a page of the portal: ``method:coach``."""
    return bool(REFERENCE.fullmatch(href))


REFERENCE = re.compile(r"(pathway|phase|step|method|template|article|page):([a-z0-9][a-z0-9-]*)")


def references(markdown):
    """All references to pages in a Markdown text."""
    for token in _parser.parse(markdown):
        for child in token.children or []:
            if child.type == "link_open" and is_reference(child.attrs["href"]):
                yield child.attrs["href"]


def _open_link(href, page_id):
    if page_id and is_reference(href):
        return f'<a linktype="page" id="{page_id(href)}">'
    return f'<a href="{escape(href)}">'


def to_markdown(html, reference=None):
    """Wagtail's HTML as Markdown.

    :param reference: function from a page's id to ``method:coach``, or None where the
        page is gone; the link's words are kept then.
    """
    reader = _Reader(reference or (lambda page_id: None))
    reader.feed(html)
    reader.close()
    return reader.markdown()


class _Reader(HTMLParser):
    """Collects blocks of inline pieces, each piece (text, marks, href)."""

    def __init__(self, reference):
        super().__init__()
        self.reference = reference
        self.blocks = []  # (tag, lists it stands in, pieces)
        self.lists = []  # "ul" or "ol", from the outermost
        self.marks = []
        self.href = None
        self.current = None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag in ("ul", "ol"):
            self.lists.append(tag)
            self.current = None
        elif tag == "li" or (tag in _BLOCKS and not self.lists):
            self._begin(tag)
        elif tag in _MARKS:
            self.marks.append(_MARKS[tag])
        elif tag == "a":
            self.href = self._target(attributes)
        elif tag == "br":
            self._add("\n")

    def handle_endtag(self, tag):
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag in _BLOCKS | {"ul", "ol"}:
            self.current = None
        elif tag in _MARKS and _MARKS[tag] in self.marks:
            self.marks.remove(_MARKS[tag])
        elif tag == "a":
            self.href = None

    def handle_data(self, data):
        self._add(_SPACE.sub(" ", data))

    def _target(self, attributes):
        if attributes.get("linktype") == "page":
            return self.reference(int(attributes["id"]))
        return attributes.get("href")

    def _begin(self, tag):
        self.current = []
        self.blocks.append((tag, tuple(self.lists), self.current))

    def _add(self, text):
        if self.current is None:
            if not text.strip():
                return
            self._begin("p")
        self.current.append((text, tuple(self.marks), self.href))

    def markdown(self):
        lines, numbers = [], []
        for tag, lists, pieces in self.blocks:
            inline = _inline_markdown(pieces, one_line=tag != "p")
            if not inline:
                continue
            if lists:
                if not numbers and lines:
                    lines.append("")
                prefix = _bullet(lists, numbers)
            else:
                if lines:
                    lines.append("")
                numbers.clear()
                prefix = _HEADINGS.get(tag, "")
            lines.append(prefix + inline)
        return "\n".join(lines)


_HEADINGS = {"h3": "### ", "h4": "#### "}


def _bullet(lists, numbers):
    """The indented bullet of an item; ``numbers`` holds (list, count) of each depth."""
    depth = min(len(lists) - 1, len(numbers))
    kind = lists[-1]
    count = numbers[depth][1] if numbers[depth:] and numbers[depth][0] == kind else 0
    numbers[depth:] = [(kind, count + 1)]
    return "   " * depth + ("- " if kind == "ul" else f"{count + 1}. ")


def _inline_markdown(pieces, one_line):
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
    """The pieces that a reader of the Markdown gets."""
    html = to_html(markdown)
    reader = _Reader(lambda page_id: None)
    reader.feed(html)
    reader.close()
    if len(reader.blocks) > 1:
        return None
    return _merge(reader.blocks[0][2]) if reader.blocks else []


def skeleton(markdown):
    """What wagtail-localize makes of a text: its frame, and its strings in order.

    Source and translation can be paired string by string only where frames are equal.
    """
    template, strings = extract_strings(to_html(markdown))
    return template, [string.data for string, _attributes in strings]


def canonical(markdown):
    """The Markdown that a database would give back; unchanged where it is refused."""
    try:
        return to_markdown(to_html(markdown))
    except NotInSubset:
        return markdown

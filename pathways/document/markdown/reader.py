"""Reading HTML into blocks of inline pieces."""

import re
from html.parser import HTMLParser

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS = {"p", "h3", "h4", "li"}
_SPACE = re.compile(r"[ \t\r\n]+")


def read_blocks(html, reference=None):
    """``[(tag, lists it stands in, [(text, marks, href), …]), …]``

    :param reference: function from a page's id to ``method:coach``, or to None where the
        page is gone; the link's words are kept then.
    """
    reader = _Reader(reference or (lambda page_id: None))
    reader.feed(html)
    reader.close()
    return reader.blocks


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

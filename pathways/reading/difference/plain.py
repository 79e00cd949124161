"""Rich text as lines of words, so that two of them can be compared."""

from html.parser import HTMLParser

from pathways.document.markdown import to_html
from pathways.document.markdown.html import is_reference

_LINES = {"p", "li", "h3", "h4", "br"}


def plain(markdown, title_of) -> str:
    """A line for each paragraph, heading and list item; where a link leads stands in brackets.

    :param title_of: function from ``method:coach`` to a title.
    """
    reader = _Reader(title_of)
    reader.feed(to_html(markdown))
    return "\n".join(line for line in map(str.strip, "".join(reader.parts).split("\n")) if line)


class _Reader(HTMLParser):
    def __init__(self, title_of):
        super().__init__()
        self.title_of = title_of
        self.parts, self.numbers, self.href = [], [], ""

    def handle_starttag(self, tag, attributes):
        if tag in _LINES:
            self.parts.append("\n")
        if tag in ("ol", "ul"):
            self.numbers.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.parts.append(self._bullet())
        elif tag == "a":
            self.href = dict(attributes).get("href") or ""

    def _bullet(self):
        if self.numbers[-1] is None:
            return "• "
        self.numbers[-1] += 1
        return f"{self.numbers[-1]}. "

    def handle_endtag(self, tag):
        if tag in ("ol", "ul"):
            self.numbers.pop()
        elif tag == "a" and self.href:
            target = self.title_of(self.href) if is_reference(self.href) else self.href
            self.parts.append(f" [{target}]")
            self.href = ""

    def handle_data(self, data):
        self.parts.append(data)

"""From Markdown to the HTML that Wagtail stores."""

import re
from html import escape

from markdown_it import MarkdownIt

_parser = MarkdownIt("zero").enable(["heading", "list", "emphasis", "link", "escape", "newline"])
_TAGS = {"strong": "b", "em": "i"}


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

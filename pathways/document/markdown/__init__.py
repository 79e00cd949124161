"""Rich text: the portal's HTML and the document's Markdown, a closed subset of both.

Paragraphs, ``h3`` and ``h4``, nested lists, bold, italic, line breaks, links. What an
editor cannot type is not carried. ``to_markdown(to_html(m)) == m`` for every Markdown
that :func:`to_markdown` makes.
"""

from .html import NotInSubset, references, to_html
from .pairs import canonical, skeleton
from .write import to_markdown

__all__ = ["NotInSubset", "canonical", "references", "skeleton", "to_html", "to_markdown"]

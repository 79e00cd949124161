"""What translation needs to know of a text."""

from wagtail_localize.strings import extract_strings

from .html import NotInSubset, to_html
from .write import to_markdown


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

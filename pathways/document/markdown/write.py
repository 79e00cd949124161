"""From the HTML that Wagtail stores to Markdown."""

from .inline import inline_markdown
from .reader import read_blocks

_HEADINGS = {"h3": "### ", "h4": "#### "}


def to_markdown(html, reference=None):
    """Wagtail's HTML as Markdown.

    :param reference: as for :func:`read_blocks`.
    """
    lines, numbers = [], []
    for tag, lists, pieces in read_blocks(html, reference):
        inline = inline_markdown(pieces, one_line=tag != "p")
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


def _bullet(lists, numbers):
    """The indented bullet of an item; ``numbers`` holds (list, count) of each depth."""
    depth = min(len(lists) - 1, len(numbers))
    kind = lists[-1]
    count = numbers[depth][1] if numbers[depth:] and numbers[depth][0] == kind else 0
    numbers[depth:] = [(kind, count + 1)]
    return "   " * depth + ("- " if kind == "ul" else f"{count + 1}. ")

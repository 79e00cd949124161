"""A difference as plain text: ``[-gone-]`` and ``{+new+}`` stand inside what stayed."""

from django.utils.translation import gettext as _

_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def as_text(difference, title="") -> str:
    """Lines for a mail or a file; ends with a line break."""
    lines = [title, ""] if title else []
    if not difference:
        lines.append(_("Nothing differs."))
    for page in difference.pages:
        lines += [*_page(page), ""]
    if difference.words:
        lines.append(_("Words"))
        for row in difference.words:
            lines += _row(row)
    return "\n".join(lines).rstrip() + "\n"


def _page(page):
    happened = " ".join(filter(None, (page.label, page.moved)))
    heading = f"{page.kind_label}: {page.title}" + (f" ({happened})" if happened else "")
    yield heading
    for fact in page.facts:
        yield from _fact(fact, "  ")
    for row in page.rows:
        yield from _row(row)


def _row(row):
    happened = ", ".join(filter(None, (*row.labels, row.moved)))
    name = said(row.name).replace("\n", " ")
    yield f"  * {row.kind_label}: {name} ({happened})"
    for fact in row.facts:
        yield from _fact(fact, "      ")


def _fact(fact, indent):
    first, *others = (fact.note or said(fact.pieces)).split("\n")
    yield f"{indent}{fact.label}: {first}"
    for line in others:
        yield f"{indent}  {line}"


def said(pieces) -> str:
    """A text with its marks."""
    return "".join(_MARKS[piece.kind].format(piece.text) for piece in pieces)

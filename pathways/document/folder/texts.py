"""The Markdown file of a page in one language: front matter, fields, fenced blocks."""

import json
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .files import Located, Refused, load_yaml

MAIN = ""
_OPEN = re.compile(r":::+\s*(?P<type>[a-z_]+)?\s*#(?P<id>[A-Za-z0-9_-]+)(?P<attributes>.*)")
_CLOSE = re.compile(r":::+\s*")
_ATTRIBUTE = re.compile(r'\s+([a-z_]+)=("(?:[^"\\]|\\.)*"|[^\s"]+)')


@dataclass
class FencedBlock:
    """A container as written. ``fields`` holds texts by name, ``MAIN`` for the unnamed."""

    id: str
    type: str | None
    codes: dict[str, str]
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    field_lines: dict[str, int] = field(default_factory=dict)


@dataclass
class PageText:
    """What a page says in one language."""

    front: Located
    fields: dict[str, str]
    field_lines: dict[str, int]
    blocks: dict[str, list[FencedBlock]]


def parse_page_text(text: str) -> PageText:
    """Read a page's Markdown file.

    :raises Refused: with the line, when it is not of the form of docs/document.md.
    """
    lines = text.split("\n")
    front, start = _front_matter(lines)
    page = PageText(front, {}, {}, {})
    name, number, gathered = "body", start, []
    while number < len(lines):
        line = lines[number]
        if line.startswith("# "):
            _keep(page, name, gathered, number)
            name, gathered = line[2:].strip(), []
            page.field_lines[name] = number + 1
        elif line.startswith(":::"):
            block, number = _read_block(lines, number)
            page.blocks.setdefault(name, []).append(block)
        else:
            gathered.append(line)
        number += 1
    _keep(page, name, gathered, number)
    return page


def _front_matter(lines):
    if not lines or lines[0].strip() != "---":
        raise Refused(_("The file begins with a line of three hyphens."), 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            return load_yaml("\n".join(lines[1:number]), first_line=2), number + 1
    raise Refused(_("The front matter has no end."), 1)


def _keep(page, name, gathered, number):
    text = "\n".join(gathered).strip()
    if not text:
        return
    if name in page.fields:
        raise Refused(_("The field “%s” stands twice.") % name, number)
    page.fields[name] = text


def _read_block(lines, start):
    match = _OPEN.fullmatch(lines[start].rstrip())
    if not match:
        raise Refused(_("A block begins with “::: type #id”."), start + 1)
    codes = _attributes(match["attributes"], start + 1)
    block = FencedBlock(match["id"], match["type"], codes, start + 1)
    name, gathered = MAIN, []
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if _CLOSE.fullmatch(line):
            _keep_field(block, name, gathered, number)
            return block, number
        if line.startswith("## "):
            _keep_field(block, name, gathered, number)
            name, gathered = line[3:].strip(), []
            block.field_lines[name] = number + 1
        else:
            gathered.append(unescape_line(line))
    raise Refused(_("The block “%s” has no end.") % block.id, start + 1)


def _keep_field(block, name, gathered, number):
    text = "\n".join(gathered).strip()
    if text:
        if name in block.fields:
            raise Refused(_("The field “%s” stands twice.") % name, number)
        block.fields[name] = text


def _attributes(text, line):
    codes, end = {}, 0
    for match in _ATTRIBUTE.finditer(text):
        if text[end : match.start()].strip():
            break
        name, value = match.groups()
        codes[name] = json.loads(value) if value.startswith('"') else value
        end = match.end()
    if text[end:].strip():
        raise Refused(_("This is not “name=value”: %s") % text[end:].strip(), line)
    return codes


def escape_line(line):
    """A line of a plain text, so that it is not taken for a fence or a field."""
    return "\\" + line if re.match(r"\\*(##? |:::)", line) else line


def unescape_line(line):
    """The inverse of :func:`escape_line`."""
    return line[1:] if re.match(r"\\+(##? |:::)", line) else line

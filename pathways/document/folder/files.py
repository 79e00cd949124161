"""Files of a folder, read with care: they may come from anybody."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 30


class Refused(ValueError):
    """A file that is not read. ``line`` is 0 where the whole file is meant."""

    def __init__(self, reason, line=0):
        super().__init__(reason)
        self.reason, self.line = reason, line


@dataclass(frozen=True)
class Located:
    """Plain data and the line on which each of its values stands, by path."""

    data: object
    lines: dict[tuple, int]

    def line(self, path):
        """The line of a value, or of the nearest one around it."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return 1


def read_text(folder: Path, name: str) -> str:
    """The text of a file inside the folder.

    :raises Refused: when it lies outside, is too large or is not UTF-8.
    """
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Refused(_("The file lies outside the folder."))
    if path.stat().st_size > MAXIMUM_BYTES:
        raise Refused(_("The file is larger than 1 MB."))
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Refused(_("The file is not UTF-8."), line) from error


def load_yaml(text: str, first_line: int = 1) -> Located:
    """YAML as plain data with lines. An empty text is an empty mapping.

    :raises Refused: on broken YAML, aliases, doubled keys or deep nesting.
    """
    try:
        _refuse_aliases(text, first_line)
        tree = YAML(typ="rt").load(text)
        lines = {}
        data = _plain({} if tree is None else tree, (), first_line, lines)
    except RecursionError as error:
        raise Refused(_("The file is nested too deeply."), first_line) from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise Refused(_("This is not YAML: %s") % error.problem, line) from error
    except (YAMLError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(_("This is not YAML: %s") % error, first_line) from error
    return Located(data, lines)


def _refuse_aliases(text, first_line):
    depth = 0
    for event in YAML(typ="rt").parse(text):
        line = first_line + event.start_mark.line
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise Refused(_("Anchors and aliases are not allowed."), line)
        name = type(event).__name__
        depth += name.endswith("StartEvent") - name.endswith("EndEvent")
        if depth > MAXIMUM_DEPTH:
            raise Refused(_("The file is nested too deeply."), line)


def _plain(tree, path, first_line, lines):
    if isinstance(tree, dict):
        plain = {}
        for key, value in tree.items():
            lines[(*path, str(key))] = first_line + tree.lc.key(key)[0]
            plain[str(key)] = _plain(value, (*path, str(key)), first_line, lines)
        return plain
    if isinstance(tree, list):
        plain = []
        for number, value in enumerate(tree):
            lines[(*path, number)] = first_line + tree.lc.item(number)[0]
            plain.append(_plain(value, (*path, number), first_line, lines))
        return plain
    if isinstance(tree, bool) or tree is None:
        return tree
    if isinstance(tree, str):
        return str(tree)
    if isinstance(tree, date):
        return tree.isoformat()[:10]
    return int(tree) if isinstance(tree, int) else float(tree)

"""What differs between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKENS = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")
# Comparing every word with every other takes too long for more; lines are few.
MOST_TOKENS = 3_000


@dataclass(frozen=True)
class Piece:
    """A run of words that is the ``same`` in both, or was ``removed`` or ``added``."""

    kind: str
    text: str


def pieces(before, after) -> list[Piece]:
    """The runs of two texts in reading order; what goes stands before what comes."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if len(old) + len(new) > MOST_TOKENS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found = []
    for op, i, j, k, m in _runs(old, new):
        if op == "equal":
            found.append(Piece("same", "".join(old[i:j])))
            continue
        if i < j:
            found.append(Piece("removed", "".join(old[i:j])))
        if k < m:
            found.append(Piece("added", "".join(new[k:m])))
    return found


def _runs(old, new):
    """Operations of the matcher; a space or comma between two changes is part of them."""
    merged = []
    for op, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        inside = op == "equal" and merged and j < len(old) and not _says_much(old[i:j])
        op = "replace" if inside else op
        if op != "equal" and merged and merged[-1][0] != "equal":
            _op, first, _j, second, _m = merged.pop()
            merged.append(("replace", first, j, second, m))
        else:
            merged.append((op, i, j, k, m))
    return merged


def _says_much(run):
    return any(part == "\n" or part.isalnum() for part in run)

"""One block of a stream."""

from dataclasses import dataclass

from pathways.document.fields import Text


@dataclass(frozen=True, kw_only=True)
class Block:
    """One block of a stream: its codes, its texts, and the streams inside it."""

    id: str
    type: str
    codes: dict[str, object]
    texts: dict[str, Text]
    children: dict[str, tuple["Block", ...]]

"""What an import did."""

from dataclasses import dataclass, field


class ImportRefused(ValueError):
    """The portal cannot take the document in; nothing was changed."""


@dataclass
class Report:
    """Names of pages (``step:contact``) and words (``roles/referrer``) by what happened.

    ``kept`` were changed in the portal since the last import, and differ from what the
    folder has now. ``incomplete`` maps a name and language to the number of texts that
    the language still lacks; it is not published there.
    """

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    unpublished: list[str] = field(default_factory=list)
    incomplete: dict[tuple[str, str], int] = field(default_factory=dict)

"""What is put into the index for one object."""

import hashlib
import json
from dataclasses import dataclass, field

from django.utils.functional import cached_property
from wagtail.models import Page, PageViewRestriction

from search.analysis import words_of

from . import VERSION
from .facets import facets_of
from .pieces import pieces_of
from .tiers import TIERS, tiers_of


@dataclass
class Document:
    """An object's texts, and what its entry says. Terms are only made where they are asked for."""

    obj: object
    restricted: bool = False
    pieces: list = field(init=False)

    def __post_init__(self):
        self.pieces = pieces_of(self.obj)

    @cached_property
    def language(self):
        """The code of the object's language, empty where it has none."""
        locale = getattr(self.obj, "locale", None)
        return locale.language_code if locale else ""

    @cached_property
    def terms(self) -> dict[str, list[str]]:
        """Terms by tier."""
        found = {tier: [] for tier in TIERS}
        for term, tier in tiers_of(self.pieces, self.language).items():
            found[tier].append(term)
        return {tier: sorted(terms) for tier, terms in found.items()}

    @cached_property
    def fields(self):
        """The values of the entry, apart from what identifies it."""
        obj, is_page = self.obj, isinstance(self.obj, Page)
        return {
            "language": self.language,
            "title": str(obj)[:500],
            "path": obj.path if is_page else "",
            "live": obj.live if is_page else True,
            "facets": "\n".join(facets_of(obj)) if is_page else "",
            "passages": self.passages if is_page else [],
            "prior": self._prior if is_page else 0,
            "changed_at": obj.last_published_at if is_page else None,
            "words_counted": is_page and obj.live and not self.restricted,
            "version": VERSION,
        }

    @property
    def passages(self):
        """``[text, anchor, staff]`` of each piece below the title, for snippets."""
        return [
            [piece.text, piece.anchor, piece.staff]
            for piece in self.pieces
            if not piece.begins and piece.field not in ("title", "draft_title")
        ]

    @property
    def _prior(self):
        """Of two pages that say as much the one with the shorter title."""
        return 1 / (1 + len(words_of(self.obj.title)))

    @cached_property
    def digest(self):
        """Changes whenever something of the entry or its terms would."""
        known = {**self.fields, "pieces": [vars(piece) for piece in self.pieces]}
        text = json.dumps(known, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def is_restricted(page):
    """Whether not everybody may read a page, by its own restriction or one above."""
    ends = range(page.steplen, len(page.path) + 1, page.steplen)
    line = [page.path[:end] for end in ends]
    return PageViewRestriction.objects.filter(page__path__in=line).exists()

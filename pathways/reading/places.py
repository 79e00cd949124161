"""Where a page stands in pathways: all its places, and the one the reader came from."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from django.utils.functional import cached_property

from accounts.visibility import reader_of
from pathways.models import PathwayPage

from .links import Link, link_to
from .origins import asked_origin, origin_of
from .pages import pages_of


@dataclass(frozen=True)
class Place:
    """A step or phase that leads to the page. ``here``: the reader came from it."""

    link: Link
    number: str
    necessity: str
    here: bool


@dataclass(frozen=True)
class PathwayPlaces:
    """All places in one pathway. ``here``: the reader came from the pathway's own page."""

    pathway: Link
    places: list[Place]
    here: bool


@dataclass(frozen=True)
class CameFrom:
    """The way back. ``query`` is what links to other versions of the page carry."""

    back: Link
    pathway: Link
    number: str
    total: int
    query: str


@dataclass
class _Found:
    """One version of a pathway with the pages in it that lead here."""

    pathway: PathwayPage
    steps: list = field(default_factory=list)
    pages: list = field(default_factory=list)

    @cached_property
    def numbers(self):
        """Numbers of steps by primary key; empty where the pathway has none."""
        if self.pathway.numbering != "through":
            return {}
        return {step.pk: str(number) for number, step in enumerate(self.steps, start=1)}


class Places:
    """Where a guidance page is used, for one reader."""

    def __init__(self, page, request, language):
        self.request, self.language = request, language
        pages = pages_of(page)
        reader = reader_of(request)
        self.uses = pages.uses_of(page, reader)
        self.found = self._in_one_language(*pages.around(self.uses, reader))
        self.origin = self._checked(asked_origin(request))

    def _in_one_language(self, pathways, steps, phases):
        """Each pathway once, in the reader's language where it leads here in that, too."""
        versions = defaultdict(dict)
        for pathway in pathways:
            found = _Found(pathway, [s for s in steps if s.path.startswith(pathway.path)])
            around = [pathway, *found.steps, *phases]
            found.pages = sorted(
                (p for p in around if p.path in self.uses and p.path.startswith(pathway.path)),
                key=lambda page: page.path,
            )
            if found.pages:
                language = pathway.locale.language_code
                versions[pathway.translation_key][language] = found
        return [v.get(self.language) or next(iter(v.values())) for v in versions.values()]

    def _checked(self, asked):
        """The place that was asked for, with its pathway, or None: nothing is taken on trust."""
        for found in self.found if asked else ():
            for page in found.pages:
                item = asked.item if asked.item in self.uses[page.path] else ""
                if origin_of(page, item) == replace(asked, item=item):
                    return found, page, origin_of(page, item)
        return None

    def all(self) -> list[PathwayPlaces]:
        """Every pathway, the one the reader came from first."""
        first, here = (self.origin[0], self.origin[1].pk) if self.origin else (None, None)
        return [
            PathwayPlaces(
                pathway=self._link(found.pathway),
                places=[
                    Place(
                        self._link(page),
                        found.numbers.get(page.pk, ""),
                        getattr(page, "necessity", ""),
                        page.pk == here,
                    )
                    for page in found.pages
                    if page.pk != found.pathway.pk
                ],
                here=found.pathway.pk == here,
            )
            for found in sorted(self.found, key=lambda found: found is not first)
        ]

    def came_from(self) -> CameFrom | None:
        """Back to the item that led here, or None for a made-up address."""
        if not self.origin:
            return None
        found, page, origin = self.origin
        anchor = f"#item-{origin.item}" if origin.item else ""
        return CameFrom(
            back=self._link(page, anchor),
            pathway=self._link(found.pathway),
            number=found.numbers.get(page.pk, ""),
            total=len(found.steps),
            query=origin.query,
        )

    def _link(self, page, anchor=""):
        link = link_to(page, self.request, self.language)
        return replace(link, url=link.url + anchor)

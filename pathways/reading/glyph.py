"""A pathway's line in small: a picture drawn from the data, for lists of pathways."""

from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Q
from wagtail.models import Page

from pathways.models import StepBranch

WIDTH, MARGIN, TRACK, BESIDE = 320, 9, 16, 34
WIDEST = 24  # between two stations, so that a short pathway looks short


@dataclass(frozen=True)
class GlyphStop:
    """A station; ``side`` says that a side track leaves it."""

    x: float
    radius: float
    necessity: str
    side: bool


@dataclass
class Glyph:
    """The picture; tracks are pairs of x, dotted where only a name is known.

    ``rings`` lie around stations that repeat together: x and width.
    """

    stops: list[GlyphStop] = field(default_factory=list)
    tracks: list[tuple[float, float]] = field(default_factory=list)
    dotted: list[tuple[float, float]] = field(default_factory=list)
    rings: list[tuple[float, float]] = field(default_factory=list)
    ring: float = 0
    beside: tuple[float, float] | None = None
    steps: int = 0
    phases: int = 0

    width, track, beside_y = WIDTH, TRACK, BESIDE

    @property
    def height(self):
        return BESIDE + 4 if self.beside else TRACK + 17

    @property
    def ring_y(self):
        return TRACK - self.ring

    @property
    def ring_height(self):
        return 2 * self.ring


def glyphs(pathways) -> dict[int, Glyph]:
    """Glyphs by primary key of the pathway, in two queries however many there are."""
    below = Q(pk__in=[])
    for pathway in pathways:
        below |= Q(path__startswith=pathway.path, depth__gt=pathway.depth)
    pages = Page.objects.live().filter(below).order_by("path")
    pages = list(
        pages.select_related("phasepage", "steppage").only(
            "path", "phasepage__course", "phasepage__name_only",
            "steppage__necessity", "steppage__repeats_with_id",
        )
    )  # fmt: skip
    left = set(
        StepBranch.objects.filter(page__in=[page.pk for page in pages]).values_list(
            "page_id", flat=True
        )
    )
    return {
        pathway.pk: _draw([p for p in pages if p.path.startswith(pathway.path)], left)
        for pathway in pathways
    }


def _draw(pages, left):
    stretches = [_Stretch(group) for group in _by_phase(pages)]
    in_order = [s for s in stretches if not s.ongoing]
    steps = sum(len(s.steps) for s in stretches)
    glyph = Glyph(steps=steps, phases=sum(s.phase is not None for s in stretches))
    # A phase without steps takes the room of two; between phases lies half as much again.
    places = sum(len(s.steps) or 2 for s in in_order) + 0.5 * (len(in_order) - 1)
    gap = min(WIDEST, (WIDTH - 2 * MARGIN) / max(places - 1, 1))
    radius = max(1.6, min(6, gap * 0.34))
    glyph.ring = round(min(radius + 3.5, gap * 0.47), 1)
    x = MARGIN
    for stretch in in_order:
        if stretch.steps:
            glyph.rings += [
                (round(x + gap * first - glyph.ring, 1), round(gap * run + 2 * glyph.ring, 1))
                for first, run in stretch.rings()
            ]
            glyph.stops += [
                GlyphStop(
                    round(x + gap * n, 1),
                    round(radius * (0.55 if step.necessity == "offer" else 1), 1),
                    step.necessity,
                    step.pk in left,
                )
                for n, step in enumerate(stretch.steps)
            ]
        else:
            glyph.dotted.append((round(x, 1), round(x + gap, 1)))
        x += gap * ((len(stretch.steps) or 2) + 0.5)
    end = round(max(x - 1.5 * gap, MARGIN + gap), 1)
    if not stretches:
        glyph.dotted = [(MARGIN, MARGIN + 3 * WIDEST)]
    glyph.tracks = _solid(MARGIN, end, glyph.dotted) if glyph.stops else []
    if len(in_order) < len(stretches):
        glyph.beside = (MARGIN, end)
    return glyph


def _solid(start, end, dotted):
    """What of the line is not dotted."""
    tracks = []
    for first, last in dotted:
        if first > start:
            tracks.append((start, first))
        start = last
    return [*tracks, (start, end)] if end > start else tracks


def _by_phase(pages):
    """Pages of one pathway, a list for each phase and for steps that stand in none."""
    phases = {page.path for page in pages if getattr(page, "phasepage", None)}
    steplen = Page.steplen

    def home(page):
        return next((p for p in (page.path, page.path[:-steplen]) if p in phases), "")

    return [list(group) for _home, group in groupby(pages, key=home)]


class _Stretch:
    def __init__(self, pages):
        self.phase = getattr(pages[0], "phasepage", None)
        self.ongoing = self.phase is not None and self.phase.course == "ongoing"
        found = (getattr(page, "steppage", None) for page in pages)
        self.steps = [step for step in found if step is not None]

    def rings(self):
        """Neighbours that repeat together: the place of the first, and how many follow it."""
        runs = groupby(enumerate(self.steps), key=lambda pair: pair[1].repeats_with_id)
        for repeats, run in runs:
            places = [place for place, _step in run]
            if repeats is not None:
                yield places[0], len(places) - 1

"""Draws a line with stations, and what it is called, as a PNG."""

from dataclasses import dataclass
from io import BytesIO

from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
SCALE = 2  # drawn larger and made smaller, for smooth edges
PAPER, INK, QUIET, LINE = "#faf7f1", "#1b2527", "#465458", "#0b5563"
FONT = "portal/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"
LINE_AT = 470
MOST_LINES = 3


@dataclass(frozen=True)
class Drawing:
    """What is on the picture. ``stations`` are necessities in order, one list a phase."""

    title: str
    above: str
    below: str
    stations: tuple[tuple[str, ...], ...]


def draw(drawing) -> bytes:
    """The picture as a PNG."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
    pen = _Pen(ImageDraw.Draw(image))
    pen.words(drawing.above, 40, weight=600, at=(MARGIN, 64), colour=LINE)
    lines, size = pen.fitted(drawing.title)
    for number, line in enumerate(lines):
        pen.words(line, size, weight=700, at=(MARGIN, 140 + number * size * 1.15), colour=INK)
    pen.words(drawing.below, 34, weight=400, at=(MARGIN, 540), colour=QUIET)
    _draw_line(pen, [phase for phase in drawing.stations if phase])
    out = BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(64).save(out, "PNG")
    return out.getvalue()


def _draw_line(pen, phases):
    """Stations at equal distances, with a gap between phases."""
    count = sum(map(len, phases))
    gaps = max(len(phases) - 1, 0)
    room = WIDTH - 2 * MARGIN
    step = min(room / max(count - 1 + gaps * 0.6, 1), 120)
    radius = max(min(step * 0.36, 22), 4)
    places, x = [], MARGIN + radius
    step = min(step, (room - 2 * radius) / max(count - 1 + gaps * 0.6, 1))
    for phase in phases:
        for necessity in phase:
            places.append((x, necessity))
            x += step
        x += step * 0.6
    if not places:
        pen.track(MARGIN, WIDTH - MARGIN, LINE_AT, 10)
        return
    end = places[-1][0] if count > 1 else WIDTH - MARGIN
    pen.track(places[0][0], end, LINE_AT, max(radius * 0.55, 4))
    for x, necessity in places:
        pen.station(x, LINE_AT, radius, necessity)


class _Pen:
    """Pillow in the measures of the finished picture."""

    def __init__(self, on):
        self.on = on
        self._fonts = {}

    def font(self, size, weight):
        if (size, weight) not in self._fonts:
            font = ImageFont.truetype(finders.find(FONT), size * SCALE)
            font.set_variation_by_axes([weight])
            self._fonts[size, weight] = font
        return self._fonts[size, weight]

    def words(self, text, size, *, weight, at, colour):
        place = tuple(round(value * SCALE) for value in at)
        self.on.text(place, text, fill=colour, font=self.font(size, weight))

    def width(self, text, size, weight=700):
        return self.on.textlength(text, font=self.font(size, weight)) / SCALE

    def fitted(self, title):
        """Lines of a title and their size; what does not fit even then is cut."""
        for size in (84, 68, 54):
            lines = self._wrapped(title, size)
            if len(lines) <= MOST_LINES:
                return lines, size
        lines = lines[:MOST_LINES]
        lines[-1] += "…"
        return lines, size

    def _wrapped(self, text, size):
        room = WIDTH - 2 * MARGIN - size
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if self.width(longer, size) <= room:
                lines[-1] = longer
                continue
            *full, rest = self._pieces(word, size, room)
            lines = [*filter(None, lines), *full, rest]
        return lines

    def _pieces(self, word, size, room):
        """A word that is wider than the picture, cut where it must be."""
        while self.width(word, size) > room:
            fits = max(int(len(word) * room / self.width(word, size)) - 2, 1)
            yield f"{word[:fits]}-"
            word = word[fits:]
        yield word

    def track(self, start, end, y, thick):
        box = (start, y - thick / 2, end, y + thick / 2)
        self.on.rectangle([round(value * SCALE) for value in box], fill=LINE)

    def station(self, x, y, radius, necessity):
        if necessity == "offer":
            radius *= 0.6
        box = [round(v * SCALE) for v in (x - radius, y - radius, x + radius, y + radius)]
        ring = round(max(radius * 0.3, 2) * SCALE)
        fill = PAPER if necessity == "conditional" else LINE
        self.on.ellipse(box, fill=fill, outline=LINE, width=ring)

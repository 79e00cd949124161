"""Where the parts of a diagram are drawn, in units of an SVG that is 720 wide.

The shapes keep to the middle, at most 160 from the centre; their labels stand outside, and on
a narrow screen only the middle is shown, where numbers lead to the list.
"""

import textwrap
from dataclasses import dataclass, field
from math import cos, pi, sin

WIDTH, HALF = 720, 360
HUB, RING, OUTER = 62, 116, 152
NODE, SMALL_NODE, MANY = 21, 17, 8
LABEL_AT = 162
LINE_HEIGHT, LETTER = 20, 9.2  # of a label: a line, and what a letter takes on average
RINGS = {"private": 92, "professional": 130, "": RING}


@dataclass(frozen=True)
class Line:
    """A line of text. ``squeeze`` is its width where it must be kept from growing wider."""

    text: str
    x: str
    y: str
    squeeze: str = ""


@dataclass(frozen=True)
class Station:
    """A part as it is drawn: a numbered mark, its label, and what ties it to the others."""

    number: int
    x: str
    y: str
    path: str
    anchor: str
    lines: list[Line]
    ring: str = ""
    head: str = ""


@dataclass(frozen=True)
class Drawing:
    """Numbers for the attributes of an SVG, as text with points."""

    view_box: str
    cx: str = str(HALF)
    cy: str = "0"
    hub: int = HUB
    node: int = NODE
    circles: list[int] = field(default_factory=list)
    centre: list[Line] = field(default_factory=list)
    stations: list[Station] = field(default_factory=list)


def draw(kind, centre, labels, rings=()) -> Drawing:
    """The drawing of a diagram whose centre lies at (360, 0)."""
    node = NODE if len(labels) <= MANY else SMALL_NODE
    rings = list(rings) or [""] * len(labels)
    stations = [
        _station(kind, number, label, rings[number], len(labels), node)
        for number, label in enumerate(labels)
    ]
    ys = [float(line.y) for station in stations for line in station.lines]
    top = min([-OUTER - 8, *(y - LINE_HEIGHT for y in ys)])
    bottom = max([OUTER + 8, *(y + 8 for y in ys)])
    return Drawing(
        view_box=f"0 {_n(top)} {WIDTH} {_n(bottom - top)}",
        node=node,
        circles=sorted({RINGS[ring] for ring in rings if ring}),
        centre=_lines(centre, HALF, 0, 2 * HUB - 14, 0),
        stations=stations,
    )


def _station(kind, number, label, ring, total, node):
    turn = 2 * pi / total
    angle = -pi / 2 + number * turn
    radius = (HUB + OUTER) / 2 if kind == "wheel" else RINGS[ring]
    path, head = {"wheel": _sector, "network": _spoke, "loop": _arc}[kind](angle, turn, node)
    x, y = _at(radius, angle)
    anchor, lines = _label(label, angle, turn)
    return Station(number + 1, _n(x), _n(y), path, anchor, lines, ring, head)


def _sector(angle, turn, _node):
    """A piece of the wheel's rim, with a little air between two."""
    gap = 4 / OUTER
    begin, end = angle - turn / 2 + gap, angle + turn / 2 - gap
    large = int(end - begin > pi)
    inner = [_point(HUB + 8, end - gap / 2), _point(HUB + 8, begin + gap / 2)]
    return (
        f"M{_point(OUTER, begin)}A{OUTER} {OUTER} 0 {large} 1 {_point(OUTER, end)}"
        f"L{inner[0]}A{HUB + 8} {HUB + 8} 0 {large} 0 {inner[1]}Z",
        "",
    )


def _spoke(angle, _turn, _node):
    return f"M{_point(HUB, angle)}L{_point(OUTER, angle)}", ""


def _arc(angle, turn, node):
    """The way to the next station, with an arrow's head."""
    begin, end = angle + (node + 5) / RING, angle + turn - (node + 6) / RING
    tip, base = end, end - 11 / RING
    head = " ".join(_point(*corner) for corner in ((RING - 8, base), (RING, tip), (RING + 8, base)))
    large = int(base - begin > pi)
    return f"M{_point(RING, begin)}A{RING} {RING} 0 {large} 1 {_point(RING, base)}", head


def _label(label, angle, turn):
    """Beside the mark; above and below the middle it stands centred, clear of its neighbours."""
    x, y = _at(LABEL_AT, angle)
    if abs(cos(angle)) < 0.12:
        room = min(300, max(110, 2 * LABEL_AT * sin(turn) - 16)) if turn < 3 else 300
        return "middle", _lines(label, HALF, y, room, -1 if y < 0 else 1)
    side = 1 if x > HALF else -1
    room = HALF - abs(x - HALF) - 6
    return ("start" if side > 0 else "end"), _lines(label, x + 2 * side, y, room, 0)


def _lines(text, x, y, room, towards):
    """Text in lines around ``y``, or growing away from it upwards (-1) or downwards (1)."""
    letters = max(6, int(room / LETTER))
    found = textwrap.wrap(text, letters, break_long_words=False, break_on_hyphens=True)
    height = LINE_HEIGHT * (len(found) - 1)
    first = {-1: y - height - 4, 0: y - height / 2 + 6, 1: y + 14}[towards]
    return [
        Line(
            text=line,
            x=_n(x),
            y=_n(first + number * LINE_HEIGHT),
            squeeze=_n(room) if len(line) * LETTER > room + LETTER else "",
        )
        for number, line in enumerate(found)
    ]


def _at(radius, angle):
    return HALF + radius * cos(angle), radius * sin(angle)


def _point(radius, angle):
    x, y = _at(radius, angle)
    return f"{_n(x)},{_n(y)}"


def _n(number):
    """A number for SVG: one decimal, a point whatever the reader's language."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text

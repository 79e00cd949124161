"""A diagram for readers: its parts in words, and where each is drawn."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from pathways.blocks.diagram import parts_of

from .drawing import Drawing, draw


@dataclass(frozen=True)
class PartView:
    """A part in words. ``ring`` is the circle that it stands on, where there are circles."""

    label: str
    explanation: SafeString
    ring: str = ""
    ring_label: str = ""


@dataclass(frozen=True)
class DiagramView:
    """Everything that a diagram's template shows."""

    kind: str
    label: str
    centre: str
    parts: list[PartView]
    drawing: Drawing


def diagram_view(kind, centre, parts_html) -> DiagramView:
    """A diagram of a list of parts.

    :param parts_html: a list of “Label: explanation”, its links ready to show.
    """
    parts = [
        PartView(label, mark_safe(explanation))  # noqa: S308
        for label, explanation in parts_of(parts_html)
    ]
    return _view(kind, centre, parts)


def network_of_template(sections) -> DiagramView | None:
    """The network that a template asks for: its tables of people, by circle.

    None where no table says on which circle its people stand.
    """
    parts = [
        PartView(
            label=_shorter(table.value["label"], section.value["title"]),
            explanation=mark_safe(""),
            ring=table.value["circle"],
            ring_label=_circles()[table.value["circle"]],
        )
        for section in sections
        for table in section.value["fields"]
        if table.block_type == "table" and table.value["circle"]
    ]
    return _view("network", _("You"), parts) if len(parts) > 1 else None


def _shorter(label, title):
    """Of a table's label and its section's heading what takes less room in the drawing."""
    return min(filter(None, (label, title)), key=len, default="")


def _circles():
    return {"private": _("private network"), "professional": _("professionals")}


def _view(kind, centre, parts):
    return DiagramView(
        kind=kind,
        label=_description(kind, centre),
        centre=centre,
        parts=parts,
        drawing=draw(kind, centre, [part.label for part in parts], [p.ring for p in parts]),
    )


def _description(kind, centre):
    """What those hear who cannot see the drawing; the parts follow in words."""
    words = {
        "wheel": _("Drawing of a wheel. Its parts are listed next."),
        "network": _("Drawing of a network. Those around are listed next."),
        "loop": _("Drawing of a loop. Its parts are listed next, in order."),
    }[kind]
    # The extractor of texts sees nothing inside an f-string.
    in_the_centre = _("In the centre: %s") % centre
    return f"{words} {in_the_centre}" if centre else words

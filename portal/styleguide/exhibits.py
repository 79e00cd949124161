"""What the page shows: each component through its real template."""

import re
from dataclasses import dataclass
from itertools import count
from types import SimpleNamespace

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from pathways.blocks import GuidanceBlocks, SourcesBlock
from pathways.reading.blocks import block_views
from pathways.reading.links import PageLinks

from . import samples

# What refers to another element of the page by its id.
_IDS = re.compile(r'\b(id|for|aria-labelledby|aria-controls|popovertarget)="([^"]+)"')
TICK = "pathways/includes/tick.html"


@dataclass(frozen=True)
class Exhibit:
    """A component in one state."""

    name: str
    html: SafeString


def groups(request) -> dict[str, list[Exhibit]]:
    """All exhibits under their headings."""
    show = _Showing(request)
    inc = "pathways/includes"
    return {
        "Colour": [show("Swatches", "styleguide/swatches.html")],
        "Words, buttons, fields": [
            show("Text", "styleguide/words.html"),
            show("Buttons and a field", "styleguide/buttons.html"),
            show("Paper", f"{inc}/print_bar.html", ticks=True),
        ],
        "The line": [
            show("Everything on it", f"{inc}/line.html", view=samples.the_line()),
            show("Without steps", f"{inc}/line.html", view=samples.NO_STEPS),
        ],
        "Previous, here, next": [
            show(name, f"{inc}/stub.html", view=view)
            for name, view in zip(
                ("At the beginning", "Between", "At the end"), samples.stubs(), strict=True
            )
        ],
        "A step": list(_step(show, inc)),
        "Where a page is used": [
            show("By steps of a pathway", f"{inc}/places.html", view=samples.places()),
            show("By none", f"{inc}/places.html", view=SimpleNamespace(places=[])),
        ],
        "Lists": [
            show("Pathways", f"{inc}/cards.html", cards=samples.cards(), kind="pathways", level=3),
            show("Others", f"{inc}/cards.html", cards=samples.cards()[1:], kind="", level=3),
            show("Breadcrumbs", f"{inc}/breadcrumbs.html", breadcrumbs=samples.BREADCRUMBS),
        ],
        "Blocks": list(_blocks(show, request)),
    }


def _step(show, inc):
    step = samples.a_step()
    yield show("The way back", f"{inc}/came_from.html", view=step)
    yield show("With a deadline and a consent", f"{inc}/step_head.html", view=step)
    for necessity, condition in (("conditional", "a visit is wanted"), ("offer", "")):
        kind = samples.a_step(
            necessity=necessity, condition=condition, number="", deadlines=[], consents=[]
        )
        yield show(necessity.capitalize(), f"{inc}/step_head.html", view=kind)
    yield show("Who, what for, how long", f"{inc}/step_facts.html", view=step)
    yield show("Checklist", f"{inc}/checklist.html", view=step, control=TICK)
    yield show("Branches", f"{inc}/branches.html", view=step)
    yield show("The small list beside it", f"{inc}/phase_steps.html", view=step)
    yield show("Words explained", f"{inc}/words.html", view=step)
    yield show("Where it comes from", f"{inc}/provenance.html", view=step)
    yield show("Checked", f"{inc}/review.html", view=step)
    for name, view in zip(("Check is late", "Never checked"), samples.reviews(), strict=True):
        yield show(name, f"{inc}/review.html", view=view)


def _blocks(show, request):
    """Each block as its preview has it: from the source, from us, and of each kind."""
    links = PageLinks(request, "en")
    for stream in (GuidanceBlocks(), SourcesBlock()):
        for name, block in stream.child_blocks.items():
            for variant in _variants(block):
                given = dict(block.get_default()) | dict(block.get_preview_value()) | variant
                child = SimpleNamespace(
                    id=name, block=block, block_type=name, value=block.normalize(given)
                )
                yield show(
                    ", ".join([str(block.label), *variant.values()]),
                    "pathways/includes/blocks.html",
                    blocks=block_views([child], links),
                )


def _variants(block):
    choices = {
        name: [value for value, _label in block.child_blocks[name].field.choices if value]
        for name in ("basis", "kind")
        if name in block.child_blocks
    }
    first = {name: values[0] for name, values in choices.items()}
    yield first
    for name, values in choices.items():
        yield from (first | {name: value} for value in values[1:])


class _Showing:
    """Renders exhibits; each keeps its ids to itself, and none has the page's main heading."""

    def __init__(self, request):
        self.request, self.numbers = request, count(1)

    def __call__(self, name, template, **context):
        number = next(self.numbers)
        html = render_to_string(template, context, self.request)
        html = _IDS.sub(lambda m: f'{m[1]}="{m[2]}-{number}"', html)
        html = re.sub(r"(</?)h1\b", r"\1h3", html)
        return Exhibit(name, mark_safe(html))  # noqa: S308

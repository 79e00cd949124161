"""One item of a case: its line, what was done with it, and the way back to its step."""

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.reading.case.cover import cover_of
from cases.reading.case.timeline import told_of_item
from cases.reading.words.said import Wording
from pathways.reading.links import Link

from .earlier import done_as


def item_view(plan, item, row) -> dict:
    """What the template of an item shows."""
    wording = Wording(plan.procedure)
    cover = cover_of(plan, wording)
    step = row.step
    back = Link(step.title, f"{step.url}?round={item.round}#item-{item.node.key}", step.lang)
    return {
        "cover": cover,
        "row": row,
        "back": back,
        "done_as": done_as(plan, item),
        "story": told_of_item(plan, item, wording),
        "breadcrumbs": crumbs(cover, back),
    }


def crumbs(cover, *more):
    """From my day to where one is."""
    mine = Link(_("My day"), reverse("cases:my_day"))
    return [mine, cover.link, *more]

"""A page for readers: its own blocks, and those that the portal fills."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from pathways.reading.blocks import BlockView, block_views, rich_texts
from pathways.reading.links import PageLinks

from .about import contact, controller, statement, storage
from .changes import latest_changes
from .partners import consents, referral

LOOKED_UP = {
    "changes": lambda request, language: {"days": latest_changes(request, language)},
    "consents": consents,
    "contact": contact,
    "controller": controller,
    "referral": referral,
    "statement": statement,
    "storage": storage,
}


@dataclass(frozen=True)
class InformationView:
    """Everything that the template shows."""

    title: str
    summary: str
    kicker: str
    blocks: list[BlockView]


def information_view(page, request) -> InformationView:
    """The view of a page for readers."""
    language = page.locale.language_code
    links = PageLinks(request, language)
    links.want_in(*rich_texts(page.body, links.reader))
    views = []
    for view in block_views(page.body, links):
        if view.type == "stop":
            _add_stop(views, view)
        elif view.type in LOOKED_UP:
            found = LOOKED_UP[view.type](request, language)
            views.append(replace(view, value={**view.value, **found}))
        else:
            views.append(view)
    return InformationView(
        title=page.title,
        summary=page.summary,
        kicker=_("For you") if page.purpose in page.READERS else "",
        blocks=views,
    )


def _add_stop(views, view):
    """Stops that follow each other are one line."""
    if not views or views[-1].type != "stops":
        views.append(BlockView(view.id, "stops", "home/blocks/stops.html", {"stops": []}))
    views[-1].value["stops"].append(view)

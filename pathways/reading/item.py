"""A line of a checklist for readers."""

from dataclasses import dataclass

from .due_words import due_words
from .links import Link
from .origins import origin_query


@dataclass(frozen=True)
class ItemView:
    """A line of the checklist. ``state`` is what a case knows about it."""

    key: str
    text: str
    condition: str
    mandatory: bool
    role: str
    external: bool
    guidance: Link | None
    consent: str
    records: str
    due: str
    due_note: str
    hard: bool
    state: object = None

    @property
    def dom_id(self):
        return f"item-{self.key}"


def item_view(item, page, links) -> ItemView:
    """An item of a page. Its link must have been wanted before."""
    milestone = item.due_anchor.name if item.due_anchor else ""
    return ItemView(
        key=item.key,
        text=item.text,
        condition=item.condition,
        mandatory=item.mandatory,
        role=item.role.name if item.role else "",
        external=item.external,
        guidance=links.get(item.guidance_id, origin_query(page, item.key)),
        consent=item.consent.name if item.consent else "",
        records=item.records.name if item.records else "",
        due=due_words(item, milestone),
        due_note=item.due_note,
        hard=item.due_hard,
    )

"""What a reader of a step must not miss, set apart from its running text."""

from dataclasses import dataclass

from .blocks import BlockViews

KINDS = ("must", "consent")


@dataclass(frozen=True)
class ConsentNeeded:
    """A consent that must be there, and the checklist items that wait for it."""

    name: str
    how: str
    url: str
    items: list


def set_apart(blocks) -> tuple[BlockViews, BlockViews]:
    """Warnings that stand in the source, and all other blocks; both in their order."""

    def warns(block):
        value = block.value
        return block.type == "callout" and value["kind"] in KINDS and value["basis"] == "source"

    return (
        BlockViews(block for block in blocks if warns(block)),
        BlockViews(block for block in blocks if not warns(block)),
    )


def consents_needed(items, views, pathway_url) -> list[ConsentNeeded]:
    """Consents of a checklist, each once.

    :param items: the rows, with their consents fetched; ``views`` shows them one by one.
    """
    needed = {}
    for item, view in zip(items, views, strict=True):
        if item.consent:
            needed.setdefault(item.consent, []).append(view)
    return [
        ConsentNeeded(kind.name, kind.get_form_display(), f"{pathway_url}#consents", waiting)
        for kind, waiting in needed.items()
    ]

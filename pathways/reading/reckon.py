"""The small form on a step that leads to its deadlines, worked out."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reckon:
    """Where the form leads, and the milestones (``slug``, ``name``) that deadlines count from."""

    url: str
    step_key: str
    milestones: list


def reckon(url, step, items) -> Reckon | None:
    """None where no deadline of the step counts from anything, or nothing is worked out.

    :param url: of the page that does it, or empty.
    :param items: the rows of its checklist, with their milestones fetched.
    """
    anchors = [row.due_anchor for row in items if row.due_amount is not None and row.due_anchor]
    if not (anchors and url):
        return None
    milestones = list({anchor.slug: anchor for anchor in anchors}.values())
    return Reckon(url, step.key, milestones)

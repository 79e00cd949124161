"""Where a reader comes from, as links from a pathway carry it: ``?from=contact/first-letter``.

A step is named by its key, with the checklist item where there is one; phases and pathways
by kind and key. What is asked for is only ever compared with where the page is in fact used.
"""

import re
from dataclasses import dataclass

from pathways.models import PathwayPage, PhasePage, StepPage

PARAMETER = "from"
_NAME = re.compile(
    r"(?:(?P<kind>phase|pathway):)?(?P<key>[-\w]{1,80})(?:/(?P<item>[-\w]{1,80}))?", re.ASCII
)
_KINDS = {StepPage: "step", PhasePage: "phase", PathwayPage: "pathway"}


@dataclass(frozen=True)
class Origin:
    """A page of a pathway, and the checklist item on it if there is one."""

    kind: str
    key: str
    item: str = ""

    @property
    def query(self):
        """As it stands in an address, with the question mark."""
        kind = "" if self.kind == "step" else f"{self.kind}:"
        item = f"/{self.item}" if self.item else ""
        return f"?{PARAMETER}={kind}{self.key}{item}"


def origin_of(page, item="") -> Origin | None:
    """What links from a page carry; None where it stands in no pathway, or in an edition's."""
    kind = _KINDS.get(type(page))
    at_home = page.kept_in is None or page.kept_in.is_live
    return Origin(kind, page.key, item) if kind and at_home else None


def origin_query(page, item=""):
    """The same as it stands in an address; empty where there is none."""
    origin = origin_of(page, item)
    return origin.query if origin else ""


def asked_origin(request) -> Origin | None:
    """What the address says, true or not; None where it says nothing that makes sense."""
    match = _NAME.fullmatch(request.GET.get(PARAMETER, ""))
    if not match:
        return None
    return Origin(match["kind"] or "step", match["key"], match["item"] or "")

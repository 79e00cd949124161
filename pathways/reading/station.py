"""What stands on a pathway's line: its stations, stretches and side tracks."""

from dataclasses import dataclass, field

from .item import ItemView
from .links import Link


@dataclass(frozen=True)
class BranchView:
    """A side track. One of ``target`` and ``outcome`` says where it leads.

    ``way`` says how it is drawn: ``end``, ``on`` (joins the line further on), ``back`` (to a
    station before), ``interchange`` (another line), or empty where nothing is known.
    """

    key: str
    number: str
    condition: str
    text: str
    decided_by: str
    kind: str
    kind_label: str
    target: Link | None
    outcome: str
    returns_to: Link | None
    way: str

    @property
    def dom_id(self):
        return f"branch-{self.key}"


@dataclass(frozen=True)
class Marks:
    """Numbered marks on the line with the words that belong to them."""

    numbers: list[str]
    words: str


@dataclass(frozen=True)
class StepSummary:
    """A station on the pathway's line.

    ``ring`` is its part in a loop: ``start``, ``through``, ``end``, ``alone`` or empty.
    ``beyond`` says that the station lies after the closing of a case.
    """

    pk: int
    key: str
    number: str
    title: str
    url: str
    summary: str
    necessity: str
    condition: str
    repeats: str
    deadlines: list[str]
    branches: list[BranchView]
    items: list[ItemView]
    tick_keys: str
    storage_key: str
    checkpoints: Marks | None = None
    follow_ups: list[Marks] = field(default_factory=list)
    beyond: bool = False
    ring: str = ""

    @property
    def link(self):
        return Link(title=self.title, url=self.url)

    @property
    def dom_id(self):
        return f"step-{self.key}"

    @property
    def item_count(self):
        return len(self.items)

    @property
    def guidance(self):
        """The pages that its items lead to, each once."""
        found = {}
        for item in self.items:
            if item.guidance:
                found.setdefault(item.guidance.url.partition("?")[0], item.guidance)
        return list(found.values())


@dataclass(frozen=True)
class PhaseSummary:
    """A stretch of the pathway's line."""

    pk: int
    key: str
    title: str
    url: str
    summary: str
    course: str
    name_only: bool
    steps: list[StepSummary] = field(default_factory=list)
    necessity: str = "mandatory"  # on a stub, where stretches stand as stations do

    @property
    def link(self):
        return Link(title=self.title, url=self.url)


class Places:
    """Where the steps of a pathway stand, to tell which way a side track runs."""

    def __init__(self, steps, request):
        self._by_pk = {step.pk: place for place, step in enumerate(steps)}
        self._by_url = {step.get_url(request): place for place, step in enumerate(steps)}

    def way(self, branch, target):
        """See `BranchView`."""
        if branch.kind == "outcome":
            return "end"
        if branch.kind in ("pathway", "sub_process"):
            return "interchange"
        if target is None:
            return ""
        there = self._by_url.get(target.url)
        if there is None:
            return "interchange"
        here = self._by_pk.get(branch.page_id, -1)
        return "back" if there <= here else "on"


def branch_view(branch, links, places) -> BranchView:
    """A branch for readers. Its links must have been wanted before."""
    target = links.get(branch.target_id)
    return BranchView(
        key=branch.key,
        number=branch.number,
        condition=branch.condition,
        text=branch.text,
        decided_by=branch.decided_by.name if branch.decided_by else "",
        kind=branch.kind,
        kind_label=branch.get_kind_display(),
        target=target,
        outcome=branch.outcome.name if branch.outcome else "",
        returns_to=links.get(branch.returns_to_id),
        way=places.way(branch, target),
    )

"""How an edition stands among the others: from when to when it counts, and what took its place."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.utils import timezone

from pathways.models import PathwayEdition


class State(StrEnum):
    """Where an edition stands today."""

    IN_FORCE = "in_force"
    COMING = "coming"
    REPLACED = "replaced"
    PASSED_OVER = "passed_over"  # a later number came first
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Standing:
    """One edition. ``until`` is the first day on which another one counts, or it is withdrawn."""

    number: int
    state: State
    since: date
    until: date | None
    released_on: date
    force: str
    force_label: str
    change_note: str
    emergency_reason: str
    reason: str
    restored_from: int | None
    replaced_by: int | None

    @property
    def is_in_force(self):
        return self.state is State.IN_FORCE


@dataclass(frozen=True)
class Standings:
    """All editions of a pathway, the newest first."""

    all: list[Standing] = field(default_factory=list)

    def of(self, number) -> Standing | None:
        """The edition with the number."""
        return next((edition for edition in self.all if edition.number == number), None)

    @property
    def in_force(self) -> Standing | None:
        """The one that counts today."""
        return next((edition for edition in self.all if edition.is_in_force), None)

    def before(self, number) -> Standing | None:
        """The one that counted, or would have counted, before that number."""
        earlier = [edition for edition in self.all if edition.number < number]
        standing = [edition for edition in earlier if edition.state is not State.WITHDRAWN]
        return next(iter([*standing, *earlier]), None)


def standings(key, today=None) -> Standings:
    """How all editions of a pathway stand; one query, without their documents."""
    today = today or timezone.localdate()
    editions = PathwayEdition.objects.of(key).select_related("withdrawal").defer("snapshot")
    found, later = [], []
    for edition in editions:
        found.append(_standing(edition, later, today))
        if not edition.is_withdrawn:
            later.append(edition)
    return Standings(found)


def _never_counted(edition, next_one):
    """Whether the next one counted first; on the same day: was released before it began."""
    if next_one.effective_on < edition.effective_on:
        return True
    same_day = next_one.effective_on == edition.effective_on
    return same_day and timezone.localdate(next_one.released_at) < edition.effective_on


def _standing(edition, later, today):
    """:param later: those with a higher number that nobody has withdrawn."""
    next_one = min(later, key=lambda other: (other.effective_on, -other.number), default=None)
    until = next_one.effective_on if next_one else None
    state, replaced_by, reason = State.IN_FORCE, next_one.number if next_one else None, ""
    if edition.is_withdrawn:
        state, reason = State.WITHDRAWN, edition.withdrawal.reason
        until = timezone.localdate(edition.withdrawal.withdrawn_at)
    elif next_one and _never_counted(edition, next_one):
        state = State.PASSED_OVER
    elif edition.effective_on > today:
        state = State.COMING
    elif until and until <= today:
        state = State.REPLACED
    return Standing(
        number=edition.number,
        state=state,
        since=edition.effective_on,
        until=until,
        released_on=timezone.localdate(edition.released_at),
        force=edition.force,
        force_label=edition.get_force_display(),
        change_note=edition.change_note,
        emergency_reason=edition.emergency_reason,
        reason=reason,
        restored_from=edition.restored_from,
        replaced_by=replaced_by,
    )

"""The short piece of line around a page: previous, here, next."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stub:
    """Each is a station (`StepSummary`) or a stretch (`PhaseSummary`), or None at an end."""

    previous: object | None
    here: object
    next: object | None


def stub(stops, pk) -> Stub | None:
    """The stub around the page with this primary key; None for a page that is not there yet."""
    at = next((place for place, stop in enumerate(stops) if stop.pk == pk), None)
    if at is None:
        return None
    return Stub(
        previous=stops[at - 1] if at else None,
        here=stops[at],
        next=stops[at + 1] if at + 1 < len(stops) else None,
    )

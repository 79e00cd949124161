"""Entries of the access log about one case, with the people as they are called now."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model

from accounts.models import AccessEntry
from cases.reading.words.when import moment_said


@dataclass(frozen=True)
class Logged:
    """That somebody looked, changed something, or was refused."""

    when: str
    person: str
    verb: str
    outcome: str
    refused: bool
    where: str


def entries_of(case):
    """All entries about the case, the latest first."""
    return AccessEntry.objects.filter(object_type="cases.case", object_id=str(case.pk))


def logged(entries, now) -> list[Logged]:
    """Entries as they are shown; an account that is gone is its number."""
    entries = list(entries)
    people = get_user_model().objects.in_bulk({entry.actor_id for entry in entries} - {None})
    return [
        Logged(
            when=moment_said(entry.at, now),
            person=str(people.get(entry.actor_id) or entry.actor_id or ""),
            verb=entry.get_verb_display(),
            outcome=entry.get_outcome_display(),
            refused=entry.outcome == "refused",
            where=entry.route,
        )
        for entry in entries
    ]

"""Contacts of a case: what was tried, what to try next, and how far the conversations count."""

from dataclasses import dataclass

from django.urls import reverse

from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said
from cases.work.ladder import is_climbed, ladder_of, next_rung, rungs_of


@dataclass(frozen=True)
class ContactRow:
    """An attempt, and what came of it."""

    day: str
    channel: str
    reached: bool
    note: str
    person: str
    was: Said
    back_url: str


@dataclass(frozen=True)
class Rung:
    """A rung of the ladder."""

    text: Said
    condition: Said
    is_settled: bool
    is_next: bool
    url: str


@dataclass(frozen=True)
class Conversation:
    """A conversation or meeting that was held; ``number`` where it counts."""

    number: int | None
    name: Said
    day: str
    counts_url: str


@dataclass(frozen=True)
class Counted:
    """What counts towards the checkpoints of a milestone."""

    name: Said
    numbers: str
    so_far: int
    next: int | None
    conversations: list[Conversation]


def contact_rows(plan, contacts, wording) -> list[ContactRow]:
    """Contacts, the latest first."""
    pk = plan.case.pk
    return [
        ContactRow(
            day=day_said(contact.day, plan.today),
            channel=contact.get_channel_display(),
            reached=contact.reached,
            note=contact.note,
            person=str(contact.recorded_by),
            was=wording.milestone(contact.milestone.kind) if contact.milestone else Said(""),
            back_url=reverse("cases:contact_take_back", args=[pk, contact.pk]),
        )
        for contact in contacts
    ]


def rungs(plan, contacts, wording) -> list[Rung]:
    """The ladder of the pathway, where it has one and the client was not reached yet."""
    step, following = ladder_of(plan), next_rung(plan, contacts)
    if step is None or is_climbed(step):
        return []
    return [_rung(plan, item, wording, following) for item in rungs_of(step)]


def suggestion(plan, contacts, wording) -> Rung | None:
    """What to try next."""
    item = next_rung(plan, contacts)
    return _rung(plan, item, wording, item) if item else None


def _rung(plan, item, wording, following):
    step, key, number = item.place
    address = reverse("cases:step", args=[plan.case.pk, step])
    return Rung(
        text=wording.of(item.node.text),
        condition=wording.of(item.node.condition),
        is_settled=item.is_settled,
        is_next=item is following,
        url=f"{address}?round={number}#item-{key}",
    )


def counted(plan, wording) -> list[Counted]:
    """Each milestone with checkpoints, and the conversations that do or do not count."""
    return [
        Counted(
            name=wording.milestone(check.milestone),
            numbers=", ".join(map(str, check.numbers)),
            so_far=check.so_far,
            next=check.next,
            conversations=_conversations(plan, check, wording),
        )
        for check in plan.checkpoints
    ]


def _conversations(plan, check, wording):
    numbers = {m.pk: n for n, m in enumerate(plan.counted(check.milestone), start=1)}
    held = [m for m in plan.facts.milestones if m.kind in plan.procedure.contacts and not m.planned]
    return [
        Conversation(
            number=numbers.get(m.pk),
            name=wording.milestone(m.kind),
            day=day_said(m.day, plan.today),
            counts_url=reverse("cases:milestone_counts", args=[plan.case.pk, m.pk]),
        )
        for m in held
    ]


def contacts_view(plan, contacts) -> dict:
    """What the screen of contacts shows."""
    wording = Wording(plan.procedure)
    return {
        "rows": contact_rows(plan, contacts, wording),
        "rungs": rungs(plan, contacts, wording),
        "suggestion": suggestion(plan, contacts, wording),
        "counted": counted(plan, wording),
    }

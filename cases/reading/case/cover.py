"""What stands on a case's cover: reference, record number, who, since when, which edition."""

from dataclasses import dataclass

from django.urls import reverse

from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said
from pathways.reading.links import Link


@dataclass(frozen=True)
class Pause:
    """That a case stands still today."""

    until: str
    reason: str


@dataclass(frozen=True)
class Cover:
    """A case in a list or at the head of a page."""

    pk: int
    reference: str
    alias: str
    record_number: str
    record_address: str
    pathway: Said
    responsible: str
    team: str
    started: str
    is_closed: bool
    is_ours: bool
    can_change: bool
    areas: list[tuple[Said, str]]
    outcome: Said
    closed: str
    edition: int
    url: str
    pause: Pause | None
    follows_up: bool

    @property
    def name(self):
        """What people call it: its neutral name where it has one."""
        return self.alias or self.reference

    @property
    def link(self):
        return Link(self.name, self.url)


def cover_of(plan, wording=None) -> Cover:
    """The cover of a case."""
    case, wording = plan.case, wording or Wording(plan.procedure)
    return Cover(
        pk=case.pk,
        reference=case.reference,
        alias=case.alias,
        record_number=case.record_number,
        record_address=case.record_address,
        pathway=wording.pathway(),
        responsible=str(case.responsible),
        team=str(case.team),
        started=day_said(case.started_on, plan.today),
        is_closed=not case.goes_on,
        is_ours=case.is_ours,
        can_change=case.can_be_changed,
        areas=[(wording.phase(key), str(person)) for key, person in plan.facts.areas.items()],
        outcome=wording.outcome(case.outcome) if case.outcome else Said(""),
        closed=day_said(case.closed_on, plan.today) if case.closed_on else "",
        edition=plan.procedure.edition.number,
        url=reverse("cases:case", args=[case.pk]),
        pause=_pause(plan),
        follows_up=case.follow_up_pending,
    )


def _pause(plan):
    pause = plan.pause if plan.case.goes_on else None
    return pause and Pause(day_said(pause.until, plan.today), pause.reason)

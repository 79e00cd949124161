"""Questions about taking over, as whoever was asked and whoever asks see them."""

from dataclasses import dataclass

from django.urls import reverse

from accounts.models import Team
from cases.models import CaseHandover
from cases.reading.case.cover import Cover, cover_of
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import moment_said
from cases.services.handing_over import may_recall
from cases.work.load import plans_of


@dataclass(frozen=True)
class Question:
    """That somebody is asked to take over a case or a phase of it."""

    pk: int
    by: str
    person: str
    area: Said  # empty: the whole case
    team: str  # set where it is another team than the case's
    asked: str
    cover: Cover
    accept_url: str
    refuse_url: str
    recall_url: str


def question_to(plan, user, wording) -> Question | None:
    """What the person is asked about this case."""
    asked = plan.case.handovers.waiting().filter(person=user, team__in=Team.objects.of(user))
    handover = asked.for_reading().first()
    return _question(handover, plan, wording) if handover else None


def questions_in(plan, user) -> list[Question]:
    """Questions about a case that wait for an answer; with a way back for whoever may recall."""
    wording = Wording(plan.procedure)
    waiting = plan.case.handovers.waiting().for_reading()
    return [
        _question(handover, plan, wording, recall=may_recall(user, handover, plan.case))
        for handover in waiting
    ]


def questions_to(user) -> list[Question]:
    """All that the person is asked."""
    waiting = CaseHandover.objects.waiting().filter(person=user, team__in=Team.objects.of(user))
    people = ("case__team__organisation", "case__responsible")
    handovers = list(waiting.for_reading().select_related(*people, "asked_by", "person", "team"))
    plans = plans_of(handover.case for handover in handovers) if handovers else []
    return [
        _question(handover, plan, Wording(plan.procedure))
        for handover, plan in zip(handovers, plans, strict=True)
    ]


def _question(handover, plan, wording, *, recall=False):
    def address(name):
        return reverse(f"cases:{name}", args=[plan.case.pk, handover.pk])

    return Question(
        pk=handover.pk,
        by=str(handover.asked_by),
        person=str(handover.person),
        area=wording.phase(handover.area) if handover.area else Said(""),
        team=str(handover.team) if handover.team_id != plan.case.team_id else "",
        asked=moment_said(handover.asked_at, plan.now),
        cover=cover_of(plan, wording),
        accept_url=address("handover_accept"),
        refuse_url=address("handover_refuse"),
        recall_url=address("handover_recall") if recall else "",
    )

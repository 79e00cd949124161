"""Settled work that the case’s edition does not know, in the words of the edition it followed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.models import CaseEvent, CaseItem
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import moment_said
from cases.work.changes import is_begun
from cases.work.procedure import Procedure
from pathways.models import PathwayEdition


@dataclass(frozen=True)
class EarlierItem:
    """An item that was done, set aside or begun before the case moved."""

    step: Said
    text: Said
    state: str
    changed: str
    reason: str
    edition: int


def earlier_items(plan) -> list[EarlierItem]:
    """Work on items that are not in the edition; asks the database only where there is some."""
    rows = [row for row in plan.facts.items.values() if _is_earlier(plan, row)]
    if not rows:
        return []
    moves = list(plan.case.events.filter(kind=CaseEvent.Kind.EDITION).order_by("at", "pk"))
    numbers = {row: _number_at(plan, moves, row.changed_at) for row in rows}
    wordings = _wordings(plan, numbers.values())
    rows.sort(key=lambda row: (row.changed_at, row.place))
    return [_item(plan, row, wordings.get(numbers[row])) for row in rows]


def done_as(plan, item):
    """The words that a settled item had when it was settled, where it has others now."""
    if not item.is_settled:
        return Said("")
    moves = list(plan.case.events.filter(kind=CaseEvent.Kind.EDITION).order_by("at", "pk"))
    number = _number_at(plan, moves, item.row.changed_at)
    wording = _wordings(plan, [number]).get(number)
    if wording is None:
        return Said("")
    then = wording.item(item.step.key, item.node.key)
    return Said("") if then == Wording(plan.procedure).of(item.node.text) else then


def _is_earlier(plan, row):
    return is_begun(row) and plan.procedure.item(row.step_key, row.item_key) is None


def _number_at(plan, moves, moment):
    """Number of the edition that the case followed at a moment."""
    after = next((move for move in moves if move.at >= moment), None)
    return int(after.before) if after else plan.procedure.edition.number


def _wordings(plan, numbers):
    wanted = set(numbers) - {plan.procedure.edition.number}
    if not wanted:
        return {}
    editions = PathwayEdition.objects.filter(key=plan.procedure.edition.key, number__in=wanted)
    return {edition.number: Wording(Procedure(edition)) for edition in editions.for_reading()}


def _item(plan, row, wording):
    wording = wording or Wording(plan.procedure)
    words = {"person": row.changed_by, "when": moment_said(row.changed_at, plan.now)}
    return EarlierItem(
        step=wording.step(row.step_key),
        text=wording.item(row.step_key, row.item_key),
        state=CaseItem.State(row.state).label,
        changed=_("%(person)s, %(when)s") % words,
        reason=row.reason,
        edition=wording.procedure.edition.number,
    )

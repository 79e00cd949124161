"""Ticking items, one or many; setting them aside."""

import datetime
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import CaseEvent, CaseItem
from cases.models.item import REASON_MESSAGE

from .changing import changing
from .following import keep_follow_ups, refuse_other_work
from .milestones import put_down

State = CaseItem.State


@dataclass(frozen=True)
class Wanted:
    """What somebody wants of an item, and the version of it that they looked at."""

    step: str
    item: str
    to: str
    seen: int
    round: int = 1
    reason: str = ""
    day: datetime.date | None = None
    time: datetime.time | None = None

    @property
    def place(self):
        return self.step, self.item, self.round


@dataclass(frozen=True)
class Refused:
    """Why an item was not changed. ``row`` is how somebody else left it, in a conflict."""

    wanted: Wanted
    words: str = ""
    waits: tuple = ()
    row: CaseItem | None = None


@dataclass
class Ticked:
    """What came of it. Nothing is half done: an item is in one of these lists.

    ``just_before`` holds what an earlier post of the same form has done already, for which
    somebody who ticks quickly has seen no answer. ``batches`` undo that with the rest.
    """

    batches: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    just_before: list = field(default_factory=list)
    as_before: list = field(default_factory=list)
    refused: list = field(default_factory=list)
    conflicts: list = field(default_factory=list)
    milestones: list = field(default_factory=list)


def change_items(*, case, user, wanted) -> Ticked:
    """Bring items into other states. What can be done is, and what cannot is told.

    An item that is in that state already stays as it is, so that a form posted twice, or by two
    people, does it once.
    """
    ticked = Ticked()
    with changing(case, user, ended_too=True) as change:
        refuse_other_work(change, [each.place for each in wanted])
        for each in wanted:
            bring(change, each, ticked)
        ticked.batches = [change.batch, *_batches(change, ticked.just_before)]
        keep_follow_ups(change)
    return ticked


def bring(change, wanted, ticked):
    """Bring one item into another state, inside a change.

    :param Ticked ticked: where it is told what came of it.
    """
    item = change.plan.item(*wanted.place)
    if item is None:
        ticked.refused.append(Refused(wanted, _("This item is not in the case’s edition.")))
        return
    same_reason = wanted.to != State.NOT_RELEVANT or (item.row and item.row.reason == wanted.reason)
    if item.state == wanted.to and same_reason:
        _stands_already(change, item, wanted, ticked)
        return
    if item.version != wanted.seen:
        ticked.conflicts.append(Refused(wanted, row=item.row))
        return
    if wanted.to in (State.DONE, State.IN_PROGRESS) and item.waits:
        ticked.refused.append(Refused(wanted, waits=item.waits))
        return
    if wanted.to == State.NOT_RELEVANT and not wanted.reason:
        ticked.refused.append(Refused(wanted, str(REASON_MESSAGE)))
        return
    try:
        moved = _milestone(change, item, wanted)
    except ValidationError as error:
        ticked.refused.append(Refused(wanted, error.messages[0]))
        return
    row = _write(change, item, wanted)
    ticked.changed.append(row)
    if moved is not None:
        ticked.milestones.append(moved)
    if moved is not None or (item.is_done and item.milestone is not None):
        change.look_again()
    else:
        _remember(change.plan, row)


def _stands_already(change, item, wanted, ticked):
    """Somebody else may have done it, or the same person a moment ago with the same form."""
    row = item.row
    if row and row.changed_by_id == change.user.pk and row.version == wanted.seen + 1:
        ticked.just_before.append(row)
        if item.is_done and item.milestone is not None:
            ticked.milestones.append(item.milestone)
    else:
        ticked.as_before.append(item)


def _batches(change, rows):
    """The posts in which a person changed these rows."""
    moments = {row.changed_at for row in rows}
    if not moments:
        return []
    told = change.case.events.filter(kind=CaseEvent.Kind.ITEM, by=change.user, undone=False)
    told = told.filter(at__in=moments)
    return list(told.order_by().values_list("batch", flat=True).distinct())


def _remember(plan, row):
    """The plan learns of a row that changes nothing but itself."""
    plan.facts.items[row.place] = row


def _milestone(change, item, wanted):
    """Record or take back what the item stands for."""
    if not item.node.records:
        return None
    if wanted.to == State.DONE:
        if wanted.day is None:
            raise ValidationError(_("Say on which day it happened."))
        milestone, is_new = put_down(
            change,
            kind=item.node.records,
            slot=change.plan.slot(item.step, item.node, item.round),
            number=item.round,
            day=wanted.day,
            time=wanted.time,
        )
        return milestone if is_new else None
    if item.is_done and item.milestone is not None and not item.milestone.planned:
        _take_back(change, item)
    return None


def _take_back(change, item):
    change.tell(
        CaseEvent.Kind.TAKEN_BACK,
        subject=item.milestone.kind,
        round=item.round,
        day_before=item.milestone.day,
    )
    item.milestone.delete()


def _write(change, item, wanted):
    row = item.row or CaseItem(
        case=change.case, step_key=wanted.step, item_key=wanted.item, round=wanted.round
    )
    reason = wanted.reason if wanted.to == State.NOT_RELEVANT else ""
    event = change.turn(row, wanted.to, reason)
    row.save()
    event.save()
    return row

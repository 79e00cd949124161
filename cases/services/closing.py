"""How a case ends, and how it is opened again."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import Case, CaseEvent, CaseItem

from .changing import changing
from .following import keep_follow_ups
from .milestones import check_day, remove

Kind = CaseEvent.Kind
State = CaseItem.State


def left_open(plan):
    """Mandatory items that nobody has settled: what closing has to answer for."""
    return [item for item in plan.needed if not item.is_settled]


def close_case(*, case, user, outcome, day, reason, deviation="", deviations=None):
    """End a case in one of the pathway's outcomes.

    Mandatory items that are open become deviations, each with its reason.

    :param str reason: why it ends like this.
    :param str deviation: why mandatory items are not done, for all that have no reason of their
        own.
    :param dict deviations: such reasons by the item's place.
    :raises ValidationError: by field; nothing is changed then.
    """
    with changing(case, user, ended_too=True) as change:
        case = change.case
        if not case.goes_on:
            return case
        reasons = _reasons(change.plan, deviation, deviations or {})
        _check(change.plan, outcome, day, reason, reasons)
        case.state, case.outcome, case.closed_on = Case.State.CLOSED, outcome, day
        case.version += 1
        case.save()
        change.tell(Kind.CLOSED, subject=outcome, day=day, reason=reason)
        _bring(change, [(item, State.NOT_RELEVANT, why) for item, why in reasons])
        keep_follow_ups(change)
        return case


def _reasons(plan, deviation, deviations):
    return [(item, deviations.get(item.place) or deviation) for item in left_open(plan)]


def _check(plan, outcome, day, reason, reasons):
    errors = {}
    if outcome not in plan.procedure.outcomes:
        errors["outcome"] = _("Choose how the case ends.")
    if not reason:
        errors["reason"] = _("Say why the case ends like this.")
    if not all(why for _item, why in reasons):
        errors["deviation"] = _("Mandatory items are not done: say why, for all or for each.")
    try:
        check_day(plan, day)
    except ValidationError as error:
        errors["day"] = error.messages
    if errors:
        raise ValidationError(errors)


def reopen_case(*, case, user):
    """Go on with a case that had ended.

    What its end set aside is to do again, and its closing milestone is taken back: what follows
    counts from the next end. Follow-ups that were done stay done.
    """
    with changing(case, user, ended_too=True) as change:
        case = change.case
        if case.goes_on:
            return case
        ended = case.events.filter(kind=Kind.CLOSED).first()
        case.state, case.outcome, case.closed_on = Case.State.OPEN, "", None
        case.follow_up_pending = False
        case.version += 1
        case.save()
        change.tell(Kind.REOPENED)
        _bring(change, list(_set_aside_with(change, ended)))
        for milestone in change.plan.milestones_of(change.plan.procedure.closing):
            remove(change, milestone)
        change.look_again()
        return case


def _set_aside_with(change, ended):
    """Items that the end of the case set aside, with how they stood before."""
    told = change.case.events.filter(batch=ended.batch, kind=Kind.ITEM, undone=False)
    for event in told:
        item = change.plan.item(event.step_key, event.item_key, event.round)
        if item is not None and item.version == event.version:
            yield item, event.before, ""
    told.update(undone=True)


def _bring(change, wanted):
    """Bring many items into another state, in as many queries as for one."""
    new, known, events = [], [], []
    for item, state, reason in wanted:
        step, key, number = item.place
        row = item.row or CaseItem(case=change.case, step_key=step, item_key=key, round=number)
        events.append(change.turn(row, state, reason))
        (known if item.row else new).append(row)
    CaseItem.objects.bulk_create(new)
    CaseItem.objects.bulk_update(known, ["state", "reason", "version", "changed_by", "changed_at"])
    CaseEvent.objects.bulk_create(events)
    change.look_again()

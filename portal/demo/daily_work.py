"""A case worker's days: items ticked one after the other, each on its day."""

from datetime import datetime, time, timedelta

from cases.models import CaseItem
from cases.services.assigning import assign_item
from cases.services.items import Wanted, change_items
from cases.work.clock import now_for, today_for, zone_of
from cases.work.load import plan_of


def work_through(case, user, *, until, first_day, pace=2):
    """Tick all items of the steps before one, as far as they can be ticked, each on its day."""
    day, last = first_day, today_for(case.team)
    for place in plan_of(case).procedure.steps:
        if place.key == until:
            return
        for _again in range(2):  # what waits for a milestone of its own step comes second
            items = _can_be_ticked(plan_of(case).step(place.key))
            if not items:
                break
            wanted = []
            for item in items:
                if item.node.records:
                    day = min(day + timedelta(days=pace), last)
                wanted.append(_wanted(item, CaseItem.State.DONE, day=day))
            change_items(case=case, user=user, wanted=wanted)


def _can_be_ticked(step):
    return [i for i in step.items if not (i.is_settled or i.waits or i.is_follow_up)]


def _wanted(item, to, **values):
    step, key, number = item.place
    return Wanted(step=step, item=key, round=number, to=to, seen=item.version, **values)


def bring(case, user, name, to, **values):
    """Bring one item (``step/item``) into another state."""
    step, _slash, key = name.partition("/")
    item = plan_of(case).item(step, key)
    return change_items(case=case, user=user, wanted=[_wanted(item, to, **values)])


def give_next(case, user, person):
    """Give the next open item to a colleague."""
    item = next(item for item in plan_of(case).here.items if not item.is_settled)
    step, key, number = item.place
    assign_item(case=case, user=user, step=step, item=key, number=number, person=person)


def spread(case, started):
    """Let what was done now look as if it had been done over the days since."""
    events = list(case.events.order_by("pk"))
    begin = datetime.combine(started, time(9), zone_of(case.team))
    step = (now_for(case.team) - begin) / (len(events) + 1)
    days = {}
    for number, event in enumerate(events, start=1):
        event.at = begin + number * max(step, timedelta())
        days[event.step_key, event.item_key, event.round] = event.at
    case.events.bulk_update(events, ["at"])
    items = [item for item in case.items.all() if item.place in days]
    for item in items:
        item.changed_at = days[item.place]
    case.items.bulk_update(items, ["changed_at"])

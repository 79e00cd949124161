"""Short words for what tests do again and again."""

from cases.models import CaseItem
from cases.services.items import Wanted, change_items
from cases.work.load import plan_of

State = CaseItem.State


def wanted(case, name, to=State.DONE, *, number=1, **values):
    """What somebody wants who has just looked at the item (``step/item``)."""
    step, _slash, item = name.partition("/")
    seen = values.pop("seen", None)
    if seen is None:
        seen = plan_of(case).item(step, item, number).version
    return Wanted(step=step, item=item, round=number, to=to, seen=seen, **values)


def tick(case, user, *names, **values):
    """Tick items as somebody who has just looked."""
    return change_items(
        case=case, user=user, wanted=[wanted(case, name, **values) for name in names]
    )


def item(case, name, number=1):
    """How the item stands now."""
    step, _slash, key = name.partition("/")
    return plan_of(case).item(step, key, number)

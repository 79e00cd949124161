"""Follow-ups of a case that has ended: the only work that goes on in it."""

from .changing import CaseClosedError


def refuse_other_work(change, places):
    """In a case that has ended, nothing but its follow-ups can be changed.

    :param places: of the items that somebody wants to change.
    :raises CaseClosedError: where one is none, or there are none.
    """
    if change.case.goes_on:
        return
    items = [change.plan.item(*place) for place in places]
    if not items or not all(item and item.is_follow_up for item in items):
        raise CaseClosedError


def keep_follow_ups(change):
    """Keep whether somebody has to come back to an ended case. When is derived."""
    if change.case.goes_on:
        return
    change.look_again()
    pending = bool(change.plan.follow_ups)
    if pending != change.case.follow_up_pending:
        change.case.follow_up_pending = pending
        change.case.save(update_fields=["follow_up_pending"])

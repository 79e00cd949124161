"""A worker process is killed while it ticks; what it had said was saved is there."""

import pytest

from cases.models import CaseItem, CaseMilestone
from cases.work.load import plan_of

from .killed import said_until_killed

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.endurance]

WORKER = """
from django.contrib.auth import get_user_model
from cases.models import Case
from cases.services.items import Wanted, change_items
from cases.work.load import plan_of
case, user = Case.objects.get(), get_user_model().objects.get(email="kim@example.org")
while True:
    for item in [item for item in plan_of(case).items if not item.waits]:
        step, key, number = item.place
        seen = plan_of(case).item(step, key, number).version
        to = "to_do" if item.is_done else "done"
        wish = Wanted(step, key, to, seen, number, day=case.started_on)
        for row in change_items(case=case, user=user, wanted=[wish]).changed:
            print(row.step_key, row.item_key, row.version, row.state, flush=True)
"""


def test_nothing_acknowledged_is_lost(case, kim, size, measured):
    kim.email = "kim@example.org"
    kim.save()
    rounds = size(3, 100)
    for _round in range(rounds):
        acknowledged = _work_until_killed()
        assert acknowledged
        for step, item, version, state in acknowledged.values():
            row = CaseItem.objects.get(step_key=step, item_key=item)
            # The kill may have come between saving and saying so, never the other way round.
            assert row.version >= int(version)
            assert row.version > int(version) or row.state == state
        _holds_together(case)
    measured("kill -9 during ticking, nothing lost", rounds, "rounds")


def _work_until_killed():
    """What a worker said last of each item before it was killed."""
    lines = [line.split() for line in said_until_killed(WORKER, at_most=1.5)]
    return {(step, item): (step, item, version, state) for step, item, version, state in lines}


def _holds_together(case):
    """A milestone is there if and only if the item that records it is done."""
    for item in plan_of(case).items:
        if item.node.records and not case.milestones.filter(kind=item.node.records).exists():
            assert not item.is_done, item.place
    done = {item.node.records for item in plan_of(case).items if item.is_done}
    assert set(CaseMilestone.objects.values_list("kind", flat=True)) <= done

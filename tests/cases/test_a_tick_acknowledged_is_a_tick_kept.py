"""A worker process is killed while it ticks; what it had said was saved is there."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection

from cases.models import CaseItem, CaseMilestone
from cases.work.load import plan_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.endurance]

WORKER = """
import sys
import django
django.setup()
from django.contrib.auth import get_user_model
from cases.models import Case
from cases.services.items import Wanted, change_items
from cases.work.load import plan_of
case, user = Case.objects.get(), get_user_model().objects.get(email="kim@example.org")
print("ready", flush=True)
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
    """Start a worker, kill it after a moment, and give back what it said last of each item."""
    environ = {
        **os.environ,
        "DATABASE_URL": _address(),
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
    }
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER],
        cwd=settings.BASE_DIR,
        env=environ,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert worker.stdout.readline() == "ready\n"
        first = worker.stdout.readline()  # however slow the machine is today
        time.sleep(random.uniform(0, 1.5))
    finally:
        worker.send_signal(signal.SIGKILL)
    more, _nothing = worker.communicate()
    lines = [line.split() for line in (first + more).split("\n")[:-1]]
    return {(step, item): (step, item, version, state) for step, item, version, state in lines}


def _holds_together(case):
    """A milestone is there if and only if the item that records it is done."""
    for item in plan_of(case).items:
        if item.node.records and not case.milestones.filter(kind=item.node.records).exists():
            assert not item.is_done, item.place
    done = {item.node.records for item in plan_of(case).items if item.is_done}
    assert set(CaseMilestone.objects.values_list("kind", flat=True)) <= done


def _address():
    """The database of this test, for another process."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    address, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
    return f"{address}/{name}"

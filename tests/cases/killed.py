"""Another process that works on the database of a test, and is killed in the middle."""

import os
import random
import signal
import subprocess
import sys
import time

from django.conf import settings
from django.db import connection


def said_until_killed(script, *, at_most):
    """Run a script, kill it a moment after it said its first line, and give back its whole lines.

    :param at_most: the longest moment, in seconds.
    """
    worker = subprocess.Popen(
        [sys.executable, "-c", f"import django\ndjango.setup()\n{script}"],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DATABASE_URL": _address(),
            "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        },
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        first = worker.stdout.readline()  # however slow the machine is today
        time.sleep(random.uniform(0, at_most))
    finally:
        worker.send_signal(signal.SIGKILL)
    more, _nothing = worker.communicate()
    return (first + more).split("\n")[:-1]


def _address():
    """The database of this test, for another process."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    address, _slash, _name = os.environ["DATABASE_URL"].rpartition("/")
    return f"{address}/{name}"

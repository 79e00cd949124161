"""Do the background jobs: the minute tick and one worker, in one process."""

import logging
import os
import threading

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from portal.jobs.tick import MINUTE, tick

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Do background jobs until stopped. One such process is enough; where there is much to do, "
        "`db_worker` on further machines takes part."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--with-parent", action="store_true", help="End when the process that started it ends."
        )
        parser.add_argument(
            "--once", action="store_true", help="Do what each minute brings, once, and end."
        )

    def handle(self, *args, with_parent, once, **options):
        if once:
            tick()
            call_command("db_worker", batch=True, startup_delay=False, verbosity=0)
            return
        ticking = threading.Thread(target=_tick_on, args=[os.getppid() if with_parent else None])
        ticking.daemon = True
        ticking.start()
        call_command("db_worker", interval=5, reload=False, verbosity=0)


def _tick_on(parent):
    pause = threading.Event()
    while True:
        if parent and os.getppid() != parent:
            os._exit(0)
        close_old_connections()
        try:
            tick()
        except DatabaseError:
            # The next minute is another chance; whoever watches sees that nothing was done.
            logger.exception("The minute tick could not reach the queue.")
        pause.wait(MINUTE)

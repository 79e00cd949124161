"""How `make run` serves: few processes, since SQLite lets one writer in at a time."""

import os
import subprocess
import sys

bind = f"127.0.0.1:{os.environ['PORT']}"
workers = 2
threads = 4
preload_app = True
timeout = 60
graceful_timeout = 5
loglevel = "warning"
control_socket_disable = True


def when_ready(server):
    """Say where the portal is once it answers; the accounts are seen to before the workers fork."""
    from django.db import connections

    from portal import demo_accounts

    demo_accounts.create()
    print(f"\nPathway Portal answers at http://{bind}/ (Ctrl-C ends it).")
    print(demo_accounts.announcement(), flush=True)
    connections.close_all()
    jobs = [sys.executable, "manage.py", "jobs", "--with-parent"]
    server.jobs = subprocess.Popen(jobs)  # noqa: S603


def on_exit(server):
    """The jobs end with the server."""
    if hasattr(server, "jobs"):
        server.jobs.terminate()
        server.jobs.wait(graceful_timeout)

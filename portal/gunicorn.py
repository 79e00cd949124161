"""How `make run` serves: few processes, since SQLite lets one writer in at a time."""

import os

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

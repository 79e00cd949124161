"""The test suite on what this machine has: SQLite always, PostgreSQL with Redis where installed."""

import contextlib
import os
import subprocess

from . import services
from .places import PYTHON, ROOT

WORKERS = min(2, os.cpu_count() or 1)


def run(arguments):
    """Run pytest once per database and return the worse of the results."""
    columns = os.environ.get("COLUMNS_TO_RUN", "sqlite postgresql").split()
    left_out = []
    if not services.chromium():
        left_out.append("tests in a browser: no Chromium on this machine")
    results = []
    if "sqlite" in columns:
        results.append(_pytest(arguments, {}))
    if "postgresql" in columns:
        programs = services.postgresql_programs()
        if programs:
            results.append(_on_postgresql(programs, arguments, left_out))
        else:
            left_out.append("the suite on PostgreSQL: it is not installed on this machine")
    for line in left_out:
        print("Left out, " + line + ".")
    must_be_complete = os.environ.get("REQUIRE_ALL") == "1"
    return max([*results, int(must_be_complete and bool(left_out))])


def _on_postgresql(programs, arguments, left_out):
    with contextlib.ExitStack() as stack:
        environ = {"DATABASE_URL": stack.enter_context(services.postgresql(programs))}
        redis = services.redis_program()
        if redis:
            environ["REDIS_URL"] = stack.enter_context(services.redis(redis))
        else:
            left_out.append("Redis as cache and for sessions: it is not installed on this machine")
        # What a browser shows does not depend on the database: once is enough.
        return _pytest(["-m", "not browser", *arguments], environ)


def _pytest(arguments, extra):
    database = "PostgreSQL" if extra else "SQLite"
    print(f"\n== The suite on {database} ==", flush=True)
    spread = [f"--numprocesses={WORKERS}", "--dist=loadgroup"]
    command = [str(PYTHON), "-m", "pytest", *spread, *arguments]
    unset = {"DATABASE_URL": "", "REDIS_URL": ""}
    return subprocess.call(command, cwd=str(ROOT), env={**os.environ, **unset, **extra})

"""The test suite on what this machine has: SQLite always, PostgreSQL with Redis where installed."""

import contextlib
import os
import subprocess
import tempfile

from . import packages, services
from .places import PYTHON, ROOT, quick_place

WORKERS = min(4, os.cpu_count() or 1)


# What is marked so does not depend on the database: on SQLite is enough.
ONCE = ("not browser", "not once")


def run(arguments, marks=()):
    """Run pytest once per database and return the worse of the results.

    :param marks: only tests that have all of these.
    """
    columns = os.environ.get("COLUMNS_TO_RUN", "sqlite postgresql").split()
    left_out = []
    if not services.chromium():
        left_out.append("tests in a browser: no Chromium on this machine")
    if packages.lacks_pango():
        left_out.append("tests of PDFs: Pango is not installed on this machine")
    results = []
    if "sqlite" in columns:
        results.append(_on_sqlite([*_with(marks), *arguments], left_out))
    if "postgresql" in columns:
        programs = services.postgresql_programs()
        if programs:
            chosen = [*_with((*ONCE, *marks)), *arguments]
            results.append(_on_postgresql(programs, chosen, left_out))
        else:
            left_out.append("the suite on PostgreSQL: it is not installed on this machine")
    for line in left_out:
        print("Left out, " + line + ".")
    must_be_complete = os.environ.get("REQUIRE_ALL") == "1"
    return max([*results, int(must_be_complete and bool(left_out))])


def _with(marks):
    return ["-m", " and ".join(marks)] if marks else []


def _on_sqlite(arguments, left_out):
    """With Elasticsearch beside it, which the tests of search's engines take their turn on."""
    if not services.elasticsearch_programs():
        left_out.append("search on Elasticsearch: Java, Maven or curl is not installed here")
        return _pytest(arguments, {"TEST_ELASTICSEARCH_URL": ""})
    with services.elasticsearch() as address:
        return _pytest(arguments, {"TEST_ELASTICSEARCH_URL": address})


def _on_postgresql(programs, arguments, left_out):
    with contextlib.ExitStack() as stack:
        environ = {"DATABASE_URL": stack.enter_context(services.postgresql(programs))}
        redis = services.redis_program()
        if redis:
            environ["REDIS_URL"] = stack.enter_context(services.redis(redis))
        else:
            left_out.append("Redis as cache and for sessions: it is not installed on this machine")
        return _pytest(arguments, environ)


def _pytest(arguments, extra):
    database = "PostgreSQL" if "DATABASE_URL" in extra else "SQLite"
    print(f"\n== The suite on {database} ==", flush=True)
    spread = [f"--numprocesses={WORKERS}", "--dist=loadgroup", "--no-loadscope-reorder"]
    command = [str(PYTHON), "-m", "pytest", *spread, *arguments]
    unset = {"DATABASE_URL": "", "REDIS_URL": "", "TEST_ELASTICSEARCH_URL": ""}
    with tempfile.TemporaryDirectory(prefix="portal-tests-", dir=quick_place()) as folder:
        environ = {**os.environ, **unset, **extra, "TMPDIR": folder}
        return subprocess.call(command, cwd=str(ROOT), env=environ)

"""Servers that live as long as a test run, in a folder that goes with them."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from .places import ROOT, VAR, quick_place

POSTGRESQL_HOMES = Path("/usr/lib/postgresql")  # where Debian puts them, outside of PATH
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")


def chromium():
    """Return the browser for tests, or None where there is none.

    The one without windows of its own shows the same and takes a sixth less time.
    """
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def postgresql_programs():
    """Return the folder with PostgreSQL's own programs, or None where it is not installed."""
    homes = sorted(POSTGRESQL_HOMES.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    found = shutil.which("initdb") or (str(homes[-1]) if homes else None)
    return Path(found).parent if found else None


def redis_program():
    """Return the Redis server, or None where it is not installed."""
    return shutil.which("redis-server") or shutil.which("valkey-server")


def elasticsearch_programs():
    """Return whether a test's Elasticsearch can be made and started here: Java, Maven, curl."""
    return all(shutil.which(program) for program in ("java", "javac", "mvn", "curl"))


@contextlib.contextmanager
def elasticsearch():
    """Start a real Elasticsearch from its jars, which are fetched once, and give its address."""
    folder, port = VAR / "elasticsearch", _free_port()
    shutil.rmtree(folder / "data", ignore_errors=True)
    start = ROOT / "tests" / "elasticsearch" / "start.sh"
    subprocess.run(["bash", str(start), str(folder), str(port)], check=True)
    pid = int((folder / "pid").read_text())
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        os.kill(pid, signal.SIGTERM)


@contextlib.contextmanager
def postgresql(programs):
    """Start a PostgreSQL of its own and give its address; its data are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="portal-postgresql-", dir=quick_place()) as folder:
        # The server refuses to be root.
        account = "postgres" if os.geteuid() == 0 else None
        if account:
            shutil.chown(folder, account)
        data, port = os.path.join(folder, "data"), _free_port()
        control = [str(programs / "pg_ctl"), "--pgdata", data]

        def call(*arguments):
            subprocess.run(
                arguments, check=True, user=account, cwd=folder, stdout=subprocess.DEVNULL
            )

        call(
            str(programs / "initdb"),
            "--pgdata",
            data,
            "--username=portal",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        # Without waiting for the disk: what a test wrote need not survive a power cut.
        options = f"-F -h 127.0.0.1 -p {port} -k {folder}"
        log = os.path.join(folder, "log")
        call(*control, "start", "--wait", "--log", log, "--options", options)
        try:
            yield f"postgres://portal@127.0.0.1:{port}/postgres"
        finally:
            call(*control, "stop", "--mode=immediate")


@contextlib.contextmanager
def redis(program):
    """Start a Redis that writes nothing to disk and give its address."""
    port = _free_port()
    command = [program, "--bind", "127.0.0.1", "--port", str(port), "--save", ""]
    server = subprocess.Popen(command, cwd=tempfile.gettempdir(), stdout=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait()


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"Nothing answers on port {port} after {seconds} s.")

"""The first `make run` of a fresh clone, and the second; packages are those of this environment."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from portal.settings.environment import BASE_DIR

pytestmark = pytest.mark.only_on("sqlite")

FIRST_SECONDS, SECOND_SECONDS = 180, 10
CONTENT = Path("portal", "demo", "content")
SMALL = {"outreach-pair-work", "permanent-contact-person"}


class Portal:
    """A copy of the code in a folder of its own, started and stopped as a person does."""

    def __init__(self, folder):
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        ours = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")
        self.environ = {name: os.environ[name] for name in os.environ if name not in ours}
        self.environ["VENV"] = sys.prefix

    def start(self, seconds):
        """Return how long it took until the portal answered."""
        begun = time.monotonic()
        self.output = (self.folder / "output.log").open("w+")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "portal.setup", "run", "--port", str(self.port)],
            cwd=self.folder,
            env=self.environ,
            stdout=self.output,
            stderr=subprocess.STDOUT,
        )
        while not self.answers():
            waited = time.monotonic() - begun
            running = self.process.poll() is None
            assert running, self.printed()
            assert waited < seconds, self.printed()
            time.sleep(0.2)
        return time.monotonic() - begun

    def answers(self, path="/admin/login/"):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as page:
                return page.status == 200
        except (urllib.error.URLError, ConnectionError):
            return False

    def printed(self):
        return Path(self.output.name).read_text()

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


@pytest.fixture
def portal(tmp_path, size):
    folder = tmp_path / "portal"
    shutil.copytree(
        BASE_DIR,
        folder,
        ignore=shutil.ignore_patterns(".git", ".venv*", "var", "*.mo", "__pycache__"),
    )
    for package in (folder / CONTENT).iterdir():
        if package.name not in size(sampled=SMALL, full={package.name}):
            shutil.rmtree(package)
    portal = Portal(folder)
    yield portal
    portal.process.kill()
    portal.process.wait()


@pytest.mark.endurance
def test_first_and_second_start(portal, measured):
    first = portal.start(FIRST_SECONDS)
    assert f"http://127.0.0.1:{portal.port}/" in portal.printed()
    assert "editor@demo.invalid" in portal.printed()
    assert portal.answers("/")
    assert portal.interrupt() == 0

    with sqlite3.connect(portal.folder / "var" / "db.sqlite3") as database:
        database.execute("UPDATE accounts_user SET first_name = 'Aino' WHERE first_name = 'Editor'")

    second = portal.start(SECOND_SECONDS)
    assert portal.interrupt() == 0
    with sqlite3.connect(portal.folder / "var" / "db.sqlite3") as database:
        count = "SELECT count(*) FROM accounts_user WHERE first_name = 'Aino'"
        assert database.execute(count).fetchone() == (1,)
    measured("First start after the packages", first, "s")
    measured("Second start", second, "s")

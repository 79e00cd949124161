import os
import subprocess
import sys

import pytest

from portal.settings.environment import BASE_DIR
from portal.setup import services, suite

pytestmark = pytest.mark.once


@pytest.fixture
def runs(monkeypatch):
    """Take the place of pytest, remember on what it would have run; nothing is installed."""
    environments = []
    monkeypatch.setattr(suite, "_pytest", lambda arguments, extra: environments.append(extra) or 0)
    for name in ("chromium", "postgresql_programs", "redis_program", "elasticsearch_programs"):
        monkeypatch.setattr(services, name, lambda: None)
    for name in ("REQUIRE_ALL", "COLUMNS_TO_RUN"):
        monkeypatch.delenv(name, raising=False)
    return environments


def test_a_bare_machine_runs_the_suite_on_sqlite_and_says_what_is_missing(runs, capsys):
    assert suite.run([]) == 0
    assert runs == [{"TEST_ELASTICSEARCH_URL": ""}]
    said = capsys.readouterr().out
    assert "Left out, tests in a browser: no Chromium on this machine." in said
    assert "Left out, the suite on PostgreSQL: it is not installed on this machine." in said
    assert "Left out, search on Elasticsearch: Java, Maven or curl is not installed here." in said


def test_where_everything_must_run_something_left_out_is_a_failure(runs, monkeypatch):
    monkeypatch.setenv("REQUIRE_ALL", "1")
    assert suite.run([]) != 0


def pytest_on(path, *arguments, **environ):
    """Run pytest with this suite's own conftest on a file somewhere else."""
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, "-c", "pyproject.toml", *arguments, str(path)],
        cwd=BASE_DIR,
        env={**os.environ, "REQUIRE_ALL": "0", **environ},
        capture_output=True,
        text=True,
    )


def test_a_skipped_test_fails_where_everything_must_run(tmp_path):
    file = tmp_path / "test_skipping.py"
    file.write_text("import pytest\ndef test_it():\n    pytest.skip('no time')\n")
    assert pytest_on(file).returncode == 0
    strict = pytest_on(file, REQUIRE_ALL="1")
    assert strict.returncode == 1
    assert "test_it was skipped, and here nothing may be" in strict.stdout


def test_figures_are_kept_with_commit_and_machine(tmp_path):
    file = tmp_path / "test_measuring.py"
    file.write_text(
        "def test_it(measured, size):\n    measured('Steps read', size(5, 200), 'steps')\n"
    )
    page = tmp_path / "measured.md"
    result = pytest_on(file, "--full-size", f"--measured={page}")
    assert "| Steps read | 200 steps |" in page.read_text(), result.stdout
    assert "Machine: " in page.read_text()
    assert "Steps read: 5 steps" in pytest_on(file).stdout

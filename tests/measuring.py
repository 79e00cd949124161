"""Sampled and full sizes, and the figures that tests measure.

`make test` takes samples; `make endurance` runs the full sizes and keeps the figures in a file.
"""

import os
import platform
import subprocess
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

FIGURES = pytest.StashKey()


def pytest_addoption(parser):
    group = parser.getgroup("portal")
    group.addoption("--full-size", action="store_true", help="run at full instead of sampled sizes")
    group.addoption("--measured", metavar="FILE", help="write the figures that were measured")


@pytest.fixture
def size(request):
    """`size(sampled, full)`: the one that this run asks for."""

    def choose(sampled, full):
        return full if request.config.getoption("--full-size") else sampled

    return choose


@pytest.fixture
def measured(record_property):
    """`measured(name, value, unit)`: keeps a figure for the report."""

    def keep(name, value, unit):
        record_property("measured", (name, value, unit))

    return keep


def pytest_configure(config):
    config.stash[FIGURES] = []
    config.pluginmanager.register(_Collector(config.stash[FIGURES]))


class _Collector:
    """Takes the figures out of the reports, which also arrive from parallel processes."""

    def __init__(self, figures):
        self.figures = figures

    def pytest_runtest_logreport(self, report):
        if report.when == "call":
            self.figures += [kept for name, kept in report.user_properties if name == "measured"]


def pytest_terminal_summary(terminalreporter, config):
    figures = config.stash[FIGURES]
    if figures:
        terminalreporter.section("measured")
    for name, value, unit in figures:
        terminalreporter.line(f"{name}: {value:,.4g} {unit}")
    target = config.getoption("--measured")
    if target and not hasattr(config, "workerinput"):
        _write(Path(target), figures)


def _write(page, figures):
    """Begin the page anew, or add to what other runs showed of the same commit."""
    head = _head()
    known = page.read_text(encoding="utf-8") if page.exists() else ""
    sections = _sections(known) if known.startswith(head) else {}
    rows = sections.setdefault(connection.display_name, {})
    rows |= {name: f"{value:,.4g} {unit}" for name, value, unit in figures}
    page.write_text(head + "".join(map(_section, sections, sections.values())), encoding="utf-8")


def _sections(text):
    """``{database: {what: figure}}`` of a page as it is written here."""
    sections = {}
    for part in text.split("\n## ")[1:]:
        database, *lines = part.splitlines()
        rows = (line.strip("| ").split(" | ") for line in lines[3:] if line.startswith("| "))
        sections[database] = dict(rows)
    return sections


def _head():
    commit = _output("git", "rev-parse", "--short", "HEAD")
    return f"""# Measured

Written by `make endurance` on {date.today()}, commit {commit}.
Machine: {os.cpu_count()} cores, {platform.machine()}, {platform.system()}, \
Python {platform.python_version()}.
"""


def _section(database, figures):
    rows = "\n".join(f"| {name} | {figure} |" for name, figure in figures.items())
    return f"""
## {database}

| what | figure |
|---|---|
{rows}
"""


def _output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

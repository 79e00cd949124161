"""Where ready-made databases of SQLite wait for the next run: migrating and loading cost a minute.

What they are made from decides their folder, so that none is ever stale; where only code has
changed, migrating begins with what the same migrations made before. CI makes all of it afresh.
"""

import os
import shutil
from datetime import date
from functools import cache

from django.db import connection

from portal.setup.places import ROOT, VAR
from portal.setup.stamps import fingerprint
from tests.databases import copy_file

KEPT = VAR / "test-worlds"
APPS = ("accounts", "cases", "home", "pathways", "portal", "search", "training")
# Of what the apps hold, these only show what is in a database.
ONLY_SHOWN = {"pdf", "preview", "reading", "settings", "setup", "sign_in", "static"}
MADE_OF = {".json", ".md", ".py", ".yaml"}
AT_MOST = 3


@cache
def kept_folder():
    """The folder for the code as it is, or None where nothing is kept."""
    if os.environ.get("CI") or connection.vendor != "sqlite":
        return None
    migrations = _migrations()[:16]
    folder = KEPT / f"{migrations}-{_made_of()[:16]}"
    folder.mkdir(parents=True, exist_ok=True)  # another process may have come first
    if not any(folder.iterdir()):
        _begin_with_older(KEPT.glob(f"{migrations}-*/bare.sqlite3"), folder / "migrated.sqlite3")
    os.utime(folder)
    for old in sorted(KEPT.iterdir(), key=lambda path: path.stat().st_mtime)[:-AT_MOST]:
        shutil.rmtree(old, ignore_errors=True)
    return folder


def _begin_with_older(found, target):
    for bare in sorted(found, key=lambda path: path.stat().st_mtime)[-1:]:
        copy_file(bare, target)


def _migrations():
    files = [path for app in APPS for path in (ROOT / app / "migrations").glob("*.py")]
    return fingerprint([ROOT / "requirements/base.txt", *files])


def _made_of():
    # The demo's dates depend on the day; samples are made by the tests' own code.
    made_by = ("requirements/base.txt", "tests/worlds.py", "tests/pathways/samples.py")
    files = [ROOT / name for name in made_by]
    files += [path for app in APPS for path in (ROOT / app).rglob("*") if _counts(path)]
    return fingerprint(files, date.today().isoformat())


def _counts(path):
    return path.suffix in MADE_OF and not ONLY_SHOWN & set(path.relative_to(ROOT).parts)

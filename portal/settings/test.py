"""For the test suite: temporary everything, and no undefined variable in our templates."""

import os
import tempfile
from pathlib import Path

from portal.strict_templates import UndefinedIsAnError

from .base import *  # noqa: F403
from .base import CACHES, DATABASES, REDIS_URL, STORAGES, TEMPLATES

_scratch = tempfile.TemporaryDirectory(prefix="portal-test-")
SCRATCH = Path(_scratch.name)

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
DEMO_ACCOUNTS = True

# In a file, as when it runs: an in-memory database has neither WAL nor writers that wait.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "test.sqlite3")}

if REDIS_URL:
    # Each of the parallel processes has its own numbered database, so that it can empty it.
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    CACHES["default"]["LOCATION"] = f"{REDIS_URL.rpartition('/')[0]}/{worker}"
else:
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}

MEDIA_ROOT = str(SCRATCH / "media")
PDF_ROOT = str(SCRATCH / "pdf")
STATIC_ROOT = SCRATCH / "static"
STATIC_ROOT.mkdir()
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

FORGOTTEN_PASSWORD_SECONDS = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedIsAnError()

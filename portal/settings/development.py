"""For whoever changes the code: error pages, reload, static files as they lie in the tree."""

from .base import *  # noqa: F403
from .base import STORAGES
from .environment import local_secret

DEBUG = True
SECRET_KEY = local_secret()
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DEMO_ACCOUNTS = True

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

"""A site to try on one's own machine: production, minus the differences named here.

It brings what production asks the environment for, and answers on this machine only.
"""

import os

from .environment import VAR_DIR, local_secret

LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]

os.environ.setdefault("SECRET_KEY", local_secret())
os.environ.setdefault("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
os.environ["ALLOWED_HOSTS"] = ",".join(LOOPBACK)

from .production import *  # noqa: E402, F403

# Plain HTTP, since no certificate names this machine.
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False

# Accounts whose password is printed at the start.
DEMO_ACCOUNTS = True

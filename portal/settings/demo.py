"""A site to try on one's own machine: production, minus the differences named here.

It brings what production asks the environment for, and answers on this machine only.
"""

import os

from .environment import VAR_DIR, env, local_secret

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
SESSION_COOKIE_NAME = "sessionid"
CSRF_COOKIE_NAME = "csrftoken"

# Accounts whose password is printed at the start.
DEMO_ACCOUNTS = True
# Trying out takes no phone, unless somebody wants to try just that.
MFA_REQUIRED_GROUPS = env.list("MFA_REQUIRED_GROUPS", default=[])

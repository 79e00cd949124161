"""A site that others can reach: everything over HTTPS, nothing assumed."""

from .base import *  # noqa: F403
from .base import BASE_URL
from .environment import env, require

require("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL")

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
# While a secret is being changed: what was sealed and signed with former ones still opens.
SECRET_KEY_FALLBACKS = env.list("FORMER_SECRET_KEYS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Browsers hold to what these names say: over TLS, for the whole of this host and no other.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
SECURE_REFERRER_POLICY = "same-origin"

# Only behind a proxy that sets this header itself, or anybody can claim to have come by HTTPS.
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if BASE_URL.startswith("https://"):
    CSRF_TRUSTED_ORIGINS = [BASE_URL.rstrip("/")]

# Roles that reach people's data or everybody's accounts.
MFA_REQUIRED_GROUPS = env.list(
    "MFA_REQUIRED_GROUPS",
    default=["Administrators", "Case workers", "Privacy officers", "Team leads"],
)

SILENCED_SYSTEM_CHECKS = [
    "security.W021",  # a preload list binds the owner's whole domain, which is not ours to do
]

"""A site that others can reach: everything over HTTPS, nothing assumed."""

from .base import *  # noqa: F403
from .base import BASE_URL
from .environment import env, require

require("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL")

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_REFERRER_POLICY = "same-origin"

# Only behind a proxy that sets this header itself, or anybody can claim to have come by HTTPS.
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if BASE_URL.startswith("https://"):
    CSRF_TRUSTED_ORIGINS = [BASE_URL.rstrip("/")]

SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # frames from the same host: the editor's preview needs them
    "security.W021",  # a preload list binds the owner's whole domain, which is not ours to do
]

"""Where settings come from: the environment, and for local sites a secret made once."""

import os
import secrets
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"


class SettingMissing(ImproperlyConfigured):
    """The environment lacks something; the message is one sentence for whoever starts the site."""


def require(*names):
    """Raise `SettingMissing`, naming all the absent variables at once."""
    missing = [name for name in names if not os.environ.get(name, "").strip()]
    if missing:
        raise SettingMissing(
            "The portal does not start in production without these environment variables: "
            f"{', '.join(missing)}."
        )


def local_secret(path=VAR_DIR / "secret"):
    """Return the secret key of a site on this machine, made the first time it is asked for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(50)
        file.write(secret)
    return secret

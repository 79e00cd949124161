"""Accounts to try the portal with, on one's own machine only.

Their password is made once for each installation: none is known to whoever reads the code.
"""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from portal.settings.environment import VAR_DIR

PASSWORD_FILE = VAR_DIR / "demo-password"
LETTERS = "abcdefghjkmnpqrstuvwxyz"


@dataclass(frozen=True)
class Account:
    """A role to sign in as; `group` is one of those that Wagtail's migrations make."""

    role: str
    group: str = ""
    is_superuser: bool = False

    @property
    def email(self):
        return f"{self.role.lower()}@demo.invalid"


ACCOUNTS = (
    Account("Administrator", is_superuser=True),
    Account("Editor", group="Editors"),
    Account("Reader"),
)


@transaction.atomic
def create():
    """Make the accounts that are not there yet; those that are keep what was changed in them."""
    _refuse_elsewhere()
    users = get_user_model().objects
    for account in ACCOUNTS:
        if users.filter(email=account.email).exists():
            continue
        user = users.create_user(
            account.email, password(), first_name=account.role, is_superuser=account.is_superuser
        )
        if account.group:
            user.groups.add(Group.objects.get(name=account.group))


def announcement():
    """Return the lines that tell whoever started the portal how to sign in."""
    _refuse_elsewhere()
    lines = [f"  {account.role:<14} {account.email}" for account in ACCOUNTS]
    title = f"Demo accounts for /admin/, all with the password {password()}"
    return "\n".join([title, *lines])


def password():
    """Return this installation's demo password, made the first time it is asked for."""
    if not PASSWORD_FILE.exists():
        PASSWORD_FILE.parent.mkdir(parents=True, exist_ok=True)
        parts = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
        PASSWORD_FILE.write_text("-".join(parts), encoding="ascii")
    return PASSWORD_FILE.read_text(encoding="ascii")


def _refuse_elsewhere():
    if not settings.DEMO_ACCOUNTS:
        raise ImproperlyConfigured("Demo accounts exist on demo and development sites only.")

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

from accounts.models import Country, Membership, Organisation, Team
from accounts.roles import Role
from portal.demo import readers
from portal.demo.team_cases import load_cases
from portal.settings.environment import VAR_DIR

PASSWORD_FILE = VAR_DIR / "demo-password"
DOMAIN = "demo.invalid"
OWN = "Demo municipality"
PARTNER = "Demo bank"
TEAM = "Demo team"
NIGHT_TEAM = "Demo night team"
RECORDS = "https://records.demo.invalid/{number}"
LETTERS = "abcdefghjkmnpqrstuvwxyz"


@dataclass(frozen=True)
class Account:
    """Somebody to sign in as, who has one role."""

    name: str
    role: Role
    organisation: str = OWN
    team: str = ""
    leads: bool = False
    is_superuser: bool = False

    @property
    def email(self):
        return f"{self.name.lower().replace(' ', '-')}@{DOMAIN}"


ACCOUNTS = (
    Account("Administrator", Role.ADMINISTRATOR, is_superuser=True),
    Account("Editor", Role.EDITOR),
    Account("Reviewer", Role.REVIEWER),
    Account("Reader", Role.READER),
    Account("New hire", Role.NEW_HIRE),
    Account("Partner", Role.PARTNER, organisation=PARTNER),
    Account("Case worker", Role.CASE_WORKER, team=TEAM),
    Account("Team lead", Role.TEAM_LEAD, team=TEAM, leads=True),
    Account("Night worker", Role.CASE_WORKER, team=NIGHT_TEAM),
    Account("Privacy officer", Role.PRIVACY_OFFICER),
)


@transaction.atomic
def create():
    """Make the accounts that are not there yet; those that are keep what was changed in them."""
    _refuse_elsewhere()
    users = get_user_model().objects
    for account in ACCOUNTS:
        if not users.filter(email=account.email).exists():
            _create(account)
    team = Team.objects.filter(organisation__name=OWN, name=TEAM).first()
    members = [users.filter(email=account.email).first() for account in ACCOUNTS if account.team]
    if team and all(members):
        load_cases(team, *members)


def _create(account):
    kind = Organisation.Kind.OWN if account.organisation == OWN else Organisation.Kind.PARTNER
    organisation, made = Organisation.objects.get_or_create(
        name=account.organisation, defaults={"kind": kind}
    )
    if made and kind == Organisation.Kind.PARTNER:
        readers.let_in(organisation)
    user = get_user_model().objects.create_user(
        account.email,
        password(),
        first_name=account.name,
        is_superuser=account.is_superuser,
        organisation=organisation,
    )
    user.groups.add(Group.objects.get(name=account.role.value))
    if account.team:
        team, _made = Team.objects.get_or_create(
            organisation=organisation,
            name=account.team,
            defaults={"country": Country.DENMARK, "record_link": RECORDS},
        )
        Membership.objects.create(user=user, team=team, lead=account.leads)


def announcement():
    """Return the lines that tell whoever started the portal how to sign in."""
    _refuse_elsewhere()
    lines = [f"  {account.name:<16} {account.email}" for account in ACCOUNTS]
    title = f"Demo accounts to sign in with at /admin/, all with the password {password()}"
    return "\n".join([title, *lines])


def password():
    """Return this installation's demo password, made the first time it is asked for."""
    if not PASSWORD_FILE.exists():
        PASSWORD_FILE.parent.mkdir(parents=True, exist_ok=True)
        parts = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
        PASSWORD_FILE.write_text("-".join(parts), encoding="ascii")
    return PASSWORD_FILE.read_text(encoding="ascii")


def refuse_to_serve_them():
    """Stop a site whose database came from a demonstration.

    :raises ImproperlyConfigured: where demo accounts can sign in and the settings want none.
    """
    left = get_user_model().objects.filter(email__endswith=f"@{DOMAIN}", is_active=True)
    if not settings.DEMO_ACCOUNTS and left.exists():
        raise ImproperlyConfigured(
            f"This database holds demo accounts ({', '.join(u.email for u in left)}). "
            "Delete them, or begin with an empty database."
        )


def _refuse_elsewhere():
    if not settings.DEMO_ACCOUNTS:
        raise ImproperlyConfigured("Demo accounts exist on demo and development sites only.")

"""The roles of the portal: groups that a migration makes, each with just what it needs.

Cases are opened by being in a team, not by any of these, nor by being a superuser.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The value is the group's name in the database and stays; the label is what people read."""

    READER = "Readers", _("Readers")
    NEW_HIRE = "New hires", _("New hires")
    EDITOR = "Editors", _("Editors")
    REVIEWER = "Reviewers", _("Reviewers")
    PARTNER = "Partners", _("Partners")
    CASE_WORKER = "Case workers", _("Case workers")
    TEAM_LEAD = "Team leads", _("Team leads")
    PRIVACY_OFFICER = "Privacy officers", _("Privacy officers")
    ADMINISTRATOR = "Administrators", _("Administrators")


def label(group):
    """A group's name in the reader's language, where it is one of our roles."""
    return Role(group.name).label if group.name in Role.values else group.name


def holds(user, role):
    """Whether the person has been given the role itself; being a superuser does not count."""
    return user.is_authenticated and user.is_active and user.groups.filter(name=role.value).exists()

"""Who may do what with people."""

from . import roles
from .models import Team


def manages_all_people(user):
    """Whether the person looks after all organisations and teams."""
    return user.has_perm("accounts.change_team")


def teams_managed_by(user):
    """The teams whose members the person may change: all, or those that they lead."""
    return Team.objects.all() if manages_all_people(user) else Team.objects.led_by(user)


def may_change_membership(user, membership):
    """Whether the person may change who is in this team.

    Leads look after the others: whether they lead themselves is said by administrators.
    """
    if manages_all_people(user):
        return True
    return not membership.lead and teams_managed_by(user).filter(pk=membership.team_id).exists()


def may_read_access_log(user):
    """Privacy officers only: a superuser is among those whom the log is about."""
    return roles.holds(user, roles.Role.PRIVACY_OFFICER)

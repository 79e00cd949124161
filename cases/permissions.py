"""Who may do what with cases: members of the team, and nobody by any other power."""

from accounts import roles
from accounts.models import Membership, Organisation, Team


def works_with_cases(user):
    """Whether the person is in a team today, and so has cases."""
    return user.is_authenticated and Team.objects.of(user).exists()


def may_work_on(user, case):
    """Whether the person may read and change the case."""
    return user.is_authenticated and Team.objects.of(user).filter(pk=case.team_id).exists()


def leading(user):
    """Whether the person leads a team today, and so sees how its work stands; None without any."""
    if not user.is_authenticated:
        return None
    teams = Membership.objects.current().filter(user=user.pk, user__is_active=True)
    leads = list(teams.values_list("lead", flat=True))
    return any(leads) if leads else None


def may_be_shown_cases(user):
    """Whether the person works for a partner, who is shown what was agreed."""
    employer = user.organisation if user.is_authenticated and user.is_active else None
    return employer is not None and employer.kind == Organisation.Kind.PARTNER


def leads_team_of(user, case):
    """Whether the person leads the team today."""
    return user.is_authenticated and Team.objects.led_by(user).filter(pk=case.team_id).exists()


def may_read_log_of(user, case):
    """Who was in a case, and when: its team's lead and privacy officers."""
    return leads_team_of(user, case) or roles.holds(user, roles.Role.PRIVACY_OFFICER)


def may_be_given_work(user, team):
    """Whether the person is in the team today: only then can a case or an item be theirs."""
    current = Membership.objects.current().filter(team=team, user=user, user__is_active=True)
    return current.exists()


def may_say_who_is_away(user, person, team):
    """Everybody for themselves, and the lead for everybody in the team."""
    if user.pk == person.pk:
        return may_be_given_work(user, team)
    return Team.objects.led_by(user).filter(pk=team.pk).exists()

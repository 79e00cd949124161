"""Who is in a team, and who can be chosen for what."""

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q

from accounts.models import Membership, Team
from cases.models import Case, CaseItem


def members_of(team):
    """People who are in the team today, in order of their names."""
    current = Membership.objects.current().filter(team=team)
    people = get_user_model().objects.filter(is_active=True, pk__in=current.values("user_id"))
    return people.order_by("first_name", "last_name", "email")


def leads_of(team):
    """Ids of those who lead the team today."""
    return (
        Membership.objects.current().filter(team=team, lead=True).values_list("user_id", flat=True)
    )


def to_ask_about(case, user):
    """Memberships of those who can be asked to take over a case: the case's team comes first."""
    current = Membership.objects.current().filter(
        team__organisation=case.team.organisation, user__is_active=True
    )
    others = _in_order(current.exclude(user=user))
    return sorted(others, key=lambda each: each.team_id != case.team_id)


def colleagues_of(user):
    """Memberships of all who are in one of the person's teams today, theirs too."""
    return _in_order(Membership.objects.current().filter(team__in=Team.objects.of(user)))


def whose_absence_concerns(user):
    """Memberships of the person, and of everybody in the teams that they lead."""
    return colleagues_of(user).filter(Q(user=user) | Q(team__in=Team.objects.led_by(user)))


def with_work_in_led_teams(user):
    """Memberships in the teams that the person leads, of those who have open work there.

    Those who have left too; the latest of each.
    """
    places = Membership.objects.filter(team__in=Team.objects.led_by(user))
    open_cases = Case.objects.open().filter(team=OuterRef("team"))
    given = CaseItem.objects.filter(
        case__in=Case.objects.open(), case__team=OuterRef("team"), assigned_to=OuterRef("user")
    ).exclude(state__in=CaseItem.SETTLED)
    theirs = (
        Exists(open_cases.filter(responsible=OuterRef("user")))
        | Exists(open_cases.filter(areas__responsible=OuterRef("user")))
        | Exists(given)
    )
    latest = {(each.user_id, each.team_id): each for each in _in_order(places.filter(theirs))}
    return list(latest.values())


def _in_order(memberships):
    names = ("team__name", "user__first_name", "user__last_name", "user__email", "since")
    return memberships.select_related("user", "team__organisation").order_by(*names)

"""Counting anonymous consultations."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from accounts.models import Team
from cases.models import Consultations
from cases.work.clock import today_for


@transaction.atomic
def count_consultation(*, user, team, seen, by=1):
    """One more of today, or one less.

    :param int seen: the number that the screen showed: the same form posted twice counts once.
    :returns: whether it was counted; it is not where somebody else has counted since.
    :raises PermissionDenied: for whoever is not in the team.
    """
    if not Team.objects.of(user).filter(pk=team.pk).exists():
        raise PermissionDenied
    today = today_for(team)
    Consultations.objects.get_or_create(team=team, day=today)
    found = Consultations.objects.filter(team=team, day=today, number=seen)
    if seen + by < 0:
        return False
    return bool(found.update(number=F("number") + by))

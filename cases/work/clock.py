"""What day and time it is where a team works."""

from zoneinfo import ZoneInfo

from django.utils import timezone

from accounts.models import Country

ZONES = {
    Country.NORWAY: ZoneInfo("Europe/Oslo"),
    Country.DENMARK: ZoneInfo("Europe/Copenhagen"),
    Country.FINLAND: ZoneInfo("Europe/Helsinki"),
    Country.SWEDEN: ZoneInfo("Europe/Stockholm"),
}


def zone_of(team):
    """The team's time zone."""
    return ZONES[Country(team.country)]


def now_for(team):
    """This moment, in the team's time zone."""
    return timezone.now().astimezone(zone_of(team))


def today_for(team):
    """The day that it is where the team works."""
    return now_for(team).date()

"""The calendar to count in: that of a country, as it is set, with an organisation's closures."""

from django.conf import settings

from pathways.due import Calendar, Closure
from pathways.models import CalendarSetting
from pathways.translation.guard import translation_into

COUNTRIES = {"nb": "NO", "da": "DK", "fi": "FI", "sv": "SE"}


def calendar_of(country, organisation=None) -> Calendar:
    """One query, and one for the closures of an organisation.

    :param str country: NO, DK, FI or SE.
    """
    setting = CalendarSetting.objects.filter(country=country).first()
    setting = setting or CalendarSetting.usual(country)
    closures = organisation.closures.all() if organisation else ()
    return Calendar(
        country,
        closures=tuple(Closure(one.first_day, one.last_day, one.name) for one in closures),
        customs=setting.customs,
        saturday_is_weekday=setting.saturday_is_weekday,
        rolls=setting.rolls,
    )


def calendar_of_team(team) -> Calendar:
    """The calendar that a team's deadlines are counted in."""
    return calendar_of(team.country, team.organisation)


def country_of(page) -> str:
    """The country whose service a page is about, as the language it was written in says.

    A translation follows its source; where the language is no country's, the portal's does.
    """
    translation = translation_into(page)
    written_in = translation.source.locale if translation else page.locale
    return COUNTRIES.get(written_in.language_code) or COUNTRIES.get(settings.LANGUAGE_CODE, "NO")

"""What a country's calendar leaves open is a setting of administrators."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import Closure, Country, Organisation, Team
from accounts.roles import Role
from pathways.calendars import calendar_of, calendar_of_team
from pathways.due import Calendar, Closed, DayOff
from pathways.models import CalendarSetting
from tests.accounts.people import make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("country", Country.values)
def test_a_new_portal_has_the_usual_days_off(country):
    assert CalendarSetting.objects.filter(country=country).exists()
    assert calendar_of(country) == Calendar.of_country(country)
    CalendarSetting.objects.all().delete()
    assert calendar_of(country) == Calendar.of_country(country)


def test_a_team_counts_in_its_country_with_the_closures_of_its_organisation():
    organisation = Organisation.objects.create(name="Havneby")
    Closure.objects.create(
        organisation=organisation,
        name="Summer",
        first_day=date(2026, 7, 20),
        last_day=date(2026, 7, 24),
    )
    team = Team.objects.create(name="North", organisation=organisation, country="NO")
    assert calendar_of_team(team).closed(date(2026, 7, 24)) == (Closed.CLOSURE, "Summer")
    assert calendar_of("NO").closed(date(2026, 7, 24)) is None


class TestAdministrators:
    @pytest.fixture(autouse=True)
    def _administrator(self, client):
        client.force_login(make_person(Role.ADMINISTRATOR))

    def address(self, country):
        setting = CalendarSetting.objects.get(country=country)
        return reverse("calendar:edit", args=[setting.pk])

    def test_change_what_is_off(self, client):
        client.post(self.address("DK"), {"may_day_off": "on", "rolls": "on"})
        found = calendar_of("DK")
        assert found.customs == {DayOff.MAY_DAY}
        assert (found.saturday_is_weekday, found.rolls) == (False, True)

    def test_are_offered_what_the_country_has(self, client):
        page = client.get(self.address("NO")).content.decode()
        assert "christmas_eve_off" in page
        assert "constitution_day_off" not in page
        client.post(self.address("NO"), {"constitution_day_off": "on"})
        assert not calendar_of("NO").customs

    def test_add_and_remove_none(self, client):
        assert "calendar:delete" not in client.get(self.address("DK")).content.decode()
        setting = CalendarSetting.objects.get(country="DK")
        assert client.post(reverse("calendar:delete", args=[setting.pk])).status_code == 302
        assert client.get(reverse("calendar:add")).status_code == 302
        assert CalendarSetting.objects.count() == 4

    def test_see_all_four_in_a_list(self, client):
        page = client.get(reverse("calendar:index")).content.decode()
        assert "Midsummer Eve, Christmas Eve, New Year&#x27;s Eve" in page

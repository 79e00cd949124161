"""My team, for whoever leads it: a table, a file, and numbers that point at nobody."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import AccessEntry
from cases.models import Case
from cases.work.clock import today_for
from cases.work.figures import Figures, figures_of
from cases.work.light import light_facts_of
from cases.work.load import plans_of
from portal.demo.casework import make_case
from tests.accounts.people import join, make_person

from .many import bulk_cases

pytestmark = pytest.mark.django_db
REASON = "Ikke nødvendigt her"


def get(client, name, query=""):
    return client.get(reverse(f"cases:{name}") + query)


def references(answer):
    return [line.cover.reference for line in answer.context["lines"]]


def chart(answer, name):
    [found] = [c for p in answer.context["pathways"] for c in p.charts if c.name.endswith(name)]
    return {bar.name: bar.said for bar in found.bars}


def test_it_is_for_whoever_leads_a_team_today(client, kim, ada, stranger, case):
    officer = make_person(is_superuser=True)
    for name in ("team", "team_csv", "team_figures"):
        for person, status in ((ada, 200), (kim, 403), (stranger, 403), (officer, 403)):
            client.force_login(person)
            assert get(client, name).status_code == status, (name, person)
        client.logout()
        assert "sign-in" in get(client, name).url
    ada.memberships.update(lead=False)
    client.force_login(ada)
    assert get(client, "team").status_code == 403


def test_another_team_is_not_reached_by_its_number(client, ada, kim, stranger):
    mine, theirs = make_case(kim), make_case(stranger)
    client.force_login(ada)
    asked = get(client, "team", f"?team={theirs.team_id}")
    assert references(asked) == [mine.reference]
    assert (
        theirs.reference not in get(client, "team_csv", f"?team={theirs.team_id}").content.decode()
    )
    for wrong in ("x", "9" * 40, "-1", ""):
        assert (
            get(client, "team", f"?team={wrong}&responsible={wrong}&sort={wrong}").status_code
            == 200
        )


def test_cases_are_chosen_and_sorted(client, ada, kim):
    late = make_case(kim, until="contact", days_ago=60)
    new = make_case(ada, days_ago=0, responsible=ada)
    ended = make_case(kim, days_ago=9, closed="no-contact")
    client.force_login(ada)
    assert references(get(client, "team")) == [new.reference, late.reference]
    assert references(get(client, "team", "?sort=started_on")) == [late.reference, new.reference]
    assert references(get(client, "team", "?sort=overdue")) == [late.reference, new.reference]
    assert references(get(client, "team", "?show=overdue")) == [late.reference]
    assert references(get(client, "team", "?show=closed")) == [ended.reference]
    assert references(get(client, "team", f"?responsible={ada.pk}")) == [new.reference]
    assert references(get(client, "team", "?pathway=outreach-casework")) != []
    page = get(client, "team", "?sort=started_on").content.decode()
    assert page.count('aria-sort="ascending"') == 1


def test_the_file_holds_what_the_table_shows_and_taking_it_is_logged(client, ada, kim):
    kim.first_name = "=1+1"
    kim.save()
    case = make_case(kim, alias="Blåt hus", record_number="S-77")
    client.force_login(ada)
    answer = get(client, "team_csv", "?sort=reference")
    text = answer.content.decode("utf-8-sig")
    [_head, row] = csv.reader(io.StringIO(text), delimiter=";")
    assert row[0] == case.reference
    assert row[3] == "'=1+1", "no formula"
    assert "Blåt hus" not in text
    assert "S-77" not in text
    entry = AccessEntry.objects.first()
    assert (entry.verb, entry.object_type, entry.actor_id) == ("exported", "accounts.team", ada.pk)


def test_small_numbers_are_not_told(client, ada, kim):
    aside = ["first-meeting/set-the-frame"]
    for days in range(40, 44):
        make_case(kim, until="first-meeting", days_ago=days, set_aside=aside)
    client.force_login(ada)
    few = get(client, "team_figures")
    assert set(chart(few, "deviations").values()) == {"under 5"}
    assert REASON not in few.content.decode(), "a rare reason would point at a case"
    make_case(kim, until="first-meeting", days_ago=44, set_aside=aside)
    many = get(client, "team_figures")
    assert set(chart(many, "deviations").values()) == {"5"}
    assert REASON in many.content.decode()
    assert set(chart(many, "phases").values()) == {"5"}


def test_the_drawing_tells_no_more_than_the_table(client, ada, kim):
    widths = []
    for days in (40, 41):
        make_case(kim, until="first-meeting", days_ago=days)
        client.force_login(ada)
        answer = get(client, "team_figures")
        [phases] = [c for p in answer.context["pathways"] for c in p.charts if "phases" in c.name]
        widths.append([bar.width for bar in phases.bars])
    assert widths[0] == widths[1]
    html = answer.content.decode()
    assert "<svg" in html
    assert not re.search(r"<[^>]+\sstyle=", html)


def test_work_is_counted_by_person_and_faults_never_are(client, ada, kim):
    make_case(kim, until="first-meeting", days_ago=40, set_aside=["first-meeting/set-the-frame"])
    client.force_login(ada)
    answer = get(client, "team_figures")
    load = {bar.name: bar.said for bar in answer.context["load"].bars}
    assert load == {"Ada": "0", "Kim": "1"}
    for pathway in answer.context["pathways"]:
        told = str([pathway.charts, pathway.reasons])
        assert "Kim" not in told
        assert "Ada" not in told


def test_how_long_cases_are_in_a_phase_counts_from_the_work_before(team, kim):
    cases = [make_case(kim, until="first-meeting", days_ago=20) for _again in range(5)]
    found = Case.objects.filter(team=team)
    days = today_for(team) - timedelta(days=7)
    for case in cases:
        case.items.update(changed_at=case.opened_at - timedelta(days=7))
    [figures] = figures_of(plans_of(found.for_work(), light_facts_of(found))).values()
    [phase] = figures.phases
    assert figures.median_days(phase) == (today_for(team) - days).days
    figures.days[phase].pop()
    assert figures.median_days(phase) is None


def test_light_facts_say_the_same(team, kim):
    make_case(kim, until="coordinating-meeting", days_ago=40, consent=True, meeting_in=6)
    make_case(kim, until="contact", days_ago=9, visit_declined=True)
    make_case(kim, until="external-information", consent=True, withdrawn=True)
    cases = Case.objects.filter(team=team)

    def standings(plans):
        return [[(i.place, i.standing, i.is_deviation, i.by) for i in p.items] for p in plans]

    light = plans_of(cases.for_work(), light_facts_of(cases))
    assert standings(light) == standings(plans_of(cases.for_work()))


def test_a_sheet_holds_no_record_number(client, kim, ada):
    case = make_case(kim, until="first-meeting", alias="Blåt hus", record_number="S-77")
    client.force_login(kim)
    html = client.get(reverse("cases:sheet", args=[case.pk])).content.decode()
    assert case.reference in html
    assert "Blåt hus" not in html
    assert "S-77" not in html
    entry = AccessEntry.objects.filter(object_type="cases.case").first()
    assert (entry.verb, entry.route) == ("viewed", "cases:sheet")


@pytest.mark.endurance
def test_as_many_queries_for_ten_thousand_cases(client, ada, kim, team, size, measured):
    bulk_cases(30, team, kim, first=1)
    client.force_login(ada)
    asked_of = ("team", "team_csv", "team_figures")

    def count(name):
        get(client, name)
        with CaptureQueriesContext(connection) as asked:
            assert get(client, name).status_code == 200
        return len(asked)

    few = {name: count(name) for name in asked_of}
    colleague = make_person(first_name="Bo")
    join(colleague, team)
    for first in range(1000, 1000 + size(200, 9_970), 500):
        bulk_cases(min(500, 1000 + size(200, 9_970) - first), team, colleague, first=first)
    for name in asked_of:
        many = count(name)
        measured(f"{name}, with {Case.objects.count()} cases: queries", many, "queries")
        assert many == few[name] <= 40, name


def test_figures_of_nothing():
    assert figures_of([]) == {}
    assert Figures().median_days("x") is None

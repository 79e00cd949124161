"""“If the first meeting is on …”: a form without JavaScript, its answers and its refusals."""

import re

import pytest

from pathways.models import ChecklistItem

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ADDRESS = "/en/deadlines/sample/"


def read(client, query="", status=200, address=ADDRESS):
    response = client.get(address + query)
    assert response.status_code == status
    return re.sub(r"\s+", " ", response.content.decode())


def test_a_step_leads_there_with_its_milestone(sample, client):
    page = read(client, address="/en/pathways/sample-en/middle-en/opening-en/")
    assert f'action="{ADDRESS}"' in page
    assert '<input type="hidden" name="step" value="opening">' in page
    assert "Day of this milestone: Started (en)" in page
    assert f'href="{ADDRESS}"' in read(client, address="/en/pathways/sample-en/")


def test_each_deadline_gets_its_date_and_its_reasons(sample, client):
    page = read(client, "?milestone=started&day=2026-05-13")
    assert page.count("At the latest Monday 18 May 2026.") == 2
    assert "Left out: 14 May (Ascension Day), 16–17 May (weekend)." in page
    assert "note opening (en)" in page
    assert "#item-opening-first" in page


def test_one_step_alone_with_the_way_to_the_whole(sample, client):
    page = read(client, "?step=opening&day=2026-05-13")
    assert page.count("At the latest") == 1
    assert f'href="{ADDRESS}?day=2026-05-13"' in page
    assert page.count('name="step" value="opening"') == 1


def test_the_country_is_that_of_the_source_and_can_be_changed(sample, client):
    assert '<option value="DK" selected>' in read(client)
    page = read(client, "?day=2026-06-04&country=NO")
    assert "At the latest Monday 8 June 2026." in page
    assert "At the latest Tuesday 9 June 2026." in read(client, "?day=2026-06-04")


def test_the_reader_is_answered_in_the_language_of_the_page(sample, client):
    page = read(client, "?milestone=started&day=2026-05-13", address="/da/frister/sample/")
    assert "Senest mandag den 18. maj 2026." in page
    assert "14. maj (kristi himmelfartsdag)" in page
    assert 'href="/en/deadlines/sample/?milestone=started&amp;day=2026-05-13"' in page


@pytest.mark.parametrize("day", ["13.5.2026", "13/05/2026", "2026-05-13"])
def test_a_day_may_be_written_as_people_write_it(sample, client, day):
    assert "18 May 2026" in read(client, f"?day={day}")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?day=", "Choose a day."),
        ("?day=soon", "Write the day with year, month and day: 2026-05-29."),
        ("?day=1700-01-01", "There is no calendar for the year 1700."),
        ("?day=1899-05-05&country=NO", "There is no calendar for the year 1899."),
        ("?day=2200-05-05", "There is no calendar for the year 2200."),
        ("?day=2026-05-05&country=XX", "Select a valid choice."),
        ("?day=2026-05-05&milestone=moon", "Select a valid choice."),
        ("?day=%00", "Write the day with year, month and day: 2026-05-29."),
    ],
)
def test_wrong_input_is_said_beside_the_field_and_kept(sample, client, query, message):
    page = read(client, query)
    assert page.count(message) == 2  # above the form, and beside the field
    assert "At the latest" not in page
    if "1899" in query:
        assert 'value="1899-05-05"' in page


def test_a_count_that_ends_in_no_calendar_says_so(sample, client):
    assert "there is no calendar of public holidays" in read(client, "?day=2100-12-31")


def test_hours_ask_for_a_time_of_day(sample, client):
    assert 'name="time"' not in read(client)
    ChecklistItem.objects.update(due_unit="hour", due_amount=24)
    assert "Nobody has said it, so no clock runs." in read(client, "?day=2026-05-13")
    page = read(client, "?day=2026-05-13&time=14:30")
    assert "At the latest: Thursday 14 May 2026 at 14:30." in page


def test_search_engines_do_not_keep_it_and_nothing_is_left_in_the_browser(sample, client):
    response = client.get(f"{ADDRESS}?day=2026-05-13")
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert not response.cookies


def test_where_nothing_is_counted_it_says_so(sample, client):
    ChecklistItem.objects.update(due_anchor=None)
    assert "there is nothing to work out" in read(client)
    page = read(client, address="/en/pathways/sample-en/middle-en/opening-en/")
    assert "Work out the dates" not in page


def test_a_pathway_that_is_not_there_is_not_found(sample, client):
    read(client, address="/en/deadlines/made-up/", status=404)


def test_it_asks_the_database_as_little_for_many_steps_as_for_few(
    sample, client, django_assert_num_queries
):
    client.get(ADDRESS)
    with django_assert_num_queries(14):
        client.get(f"{ADDRESS}?day=2026-05-13")

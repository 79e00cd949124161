"""Editors open a page to everybody, staff, partners until a day, or roles, and it stays so."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.models import AccessEntry, Organisation, PartnerAccess
from accounts.models.access_entry import Verb
from accounts.roles import Role
from pathways.models import MethodPage, PathwayPage, PhasePage, StepPage
from tests.accounts.people import make_organisation, make_person
from tests.editors import make_editor
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def bank():
    return make_organisation(kind=Organisation.Kind.PARTNER, name="Bank")


@pytest.fixture
def phase(sample):
    return page_in("en", "middle", PhasePage)


@pytest.fixture
def editors_client(phase, client):
    client.force_login(make_editor())
    return client


def set_readers(client, page, kind, **days):
    """Post the window's form; gives its answer."""
    data = {"restriction_type": kind} | {f"until_{pk}": day for pk, day in days.items()}
    return client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), data)


def until(organisation, day):
    return {str(organisation.pk): day.isoformat()}


def as_partner(client, organisation):
    client.force_login(make_person(Role.PARTNER, organisation=organisation))
    return client


def test_a_partner_reads_until_the_day_and_then_no_more(phase, editors_client, bank):
    today = timezone.localdate()
    answer = set_readers(editors_client, phase, "login", **until(bank, today))
    assert answer.json() == {"step": "set_privacy_done", "is_public": False}
    reader = as_partner(editors_client, bank)
    step = page_in("en", "opening")
    assert reader.get(phase.url).status_code == 200
    page = reader.get(step.url)
    assert page.status_code == 200, "below it, too"
    assert "Bank until" in " ".join(page.content.decode().split())
    PartnerAccess.objects.update(until=today - DAY)
    assert reader.get(step.url).status_code == 404


def test_all_languages_follow_and_nothing_opens_by_deleting_one(phase, editors_client, bank):
    set_readers(editors_client, phase, "login", **until(bank, timezone.localdate()))
    danish = page_in("da", "middle", PhasePage)
    found = PageViewRestriction.objects.get(page=danish)
    assert (found.restriction_type, found.partners.get().organisation) == ("login", bank)
    danish.delete()
    assert PageViewRestriction.objects.filter(page=phase).exists()
    set_readers(editors_client, phase, "none")
    assert not PageViewRestriction.objects.exists()


def test_what_is_made_of_a_closed_page_is_closed(phase, editors_client, bank):
    set_readers(editors_client, phase, "login", **until(bank, timezone.localdate()))
    above = PathwayPage.objects.get(locale__language_code="en")
    alias = PhasePage(title="Elsewhere", locale=phase.locale, alias_of=phase)
    made = above.add_child(instance=alias)
    assert PageViewRestriction.objects.get(page=made).partners.count() == 1


def test_a_copy_is_for_the_same_readers(phase, editors_client, bank):
    phase = page_in("da", "middle", PhasePage)
    step = page_in("da", "opening")
    set_readers(editors_client, phase, "login", **until(bank, timezone.localdate()))
    set_readers(editors_client, step, "login")
    data = {
        "new_title": "A copy",
        "new_slug": "a-copy",
        "new_parent_page": phase.get_parent().pk,
        "copy_subpages": "on",
        "publish_copies": "on",
    }
    editors_client.post(reverse("wagtailadmin_pages:copy", args=[phase.pk]), data)
    copy = PhasePage.objects.get(slug="a-copy")
    assert PageViewRestriction.objects.get(page=copy).partners.get().organisation == bank
    assert PageViewRestriction.objects.filter(page__path__startswith=copy.path).count() == 2


def test_it_stands_in_the_access_log(phase, editors_client, bank):
    set_readers(editors_client, phase, "login", **until(bank, timezone.localdate()))
    entries = AccessEntry.objects.filter(verb=Verb.VISIBILITY_CHANGED, object_id=phase.pk)
    assert entries.filter(related_type="accounts.organisation", related_id=bank.pk).exists()
    assert None not in entries.values_list("actor_id", flat=True)


@pytest.mark.parametrize(
    ("kind", "days_from_now", "words"),
    [
        ("none", 5, "A day counts only where the page is for staff."),
        ("login", -1, "This day has passed."),
    ],
)
def test_what_makes_no_sense_is_said_beside_the_field(
    phase, editors_client, bank, kind, days_from_now, words
):
    day = timezone.localdate() + days_from_now * DAY
    answer = set_readers(editors_client, phase, kind, **until(bank, day)).json()
    assert answer["step"] == "set_privacy"
    assert words in answer["html"]
    assert day.isoformat() in answer["html"], "nothing typed is lost"
    assert not PageViewRestriction.objects.exists()


def test_what_is_no_day_is_said_too(phase, editors_client, bank):
    answer = set_readers(editors_client, phase, "login", **{str(bank.pk): "soon"}).json()
    assert "soon" in answer["html"]
    assert not PageViewRestriction.objects.exists()


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PRIVACY_OFFICER, Role.READER])
def test_others_cannot_post_past_the_screen(phase, client, role):
    client.force_login(make_person(role))
    set_readers(client, phase, "login")
    assert not PageViewRestriction.objects.exists()


def test_the_window_says_what_holds_from_above(phase, editors_client):
    set_readers(editors_client, phase, "login")
    step = page_in("en", "opening")
    address = reverse("wagtailadmin_pages:set_privacy", args=[step.pk])
    html = editors_client.get(address).json()["html"]
    assert phase.title in html


def test_a_closed_step_is_named_to_its_readers_alone(phase, editors_client, client):
    step = page_in("en", "opening", StepPage)
    set_readers(editors_client, step, "login")
    pathway = PathwayPage.objects.get(locale__language_code="en")
    addresses = [
        pathway.url,
        phase.url,
        page_in("en", "ending").url,
        page_in("en", "listening", MethodPage).url,
        *("/en/", "/sitemap.xml", "/en/search/?q=opening", "/en/glossary/contact/"),
        *("/en/pathways-side-by-side/", "/en/who-does-what/sample/", "/en/feeds/sample.atom"),
    ]
    client.logout()
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        assert "opening (en)" not in response.content.decode(), address
        assert step.url not in response.content.decode(), address
    client.force_login(make_person(Role.READER))
    assert "opening (en)" in client.get(pathway.url).content.decode()

"""General facts of a case, shown to one organisation, by agreement and until a day."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from accounts.models import AccessEntry, Organisation
from accounts.roles import Role
from cases.models import CaseSharing
from cases.services.closing import close_case
from cases.services.consents import withdraw_consent
from cases.services.milestones import record_milestone
from cases.services.sharing import end_sharing
from cases.work.clock import today_for
from portal.demo.casework import consent_to, make_case, show_to
from tests.accounts.people import make_organisation, make_person

pytestmark = pytest.mark.django_db
THEME = "Overblik over økonomien"


@pytest.fixture
def bank():
    return make_organisation(kind=Organisation.Kind.PARTNER, name="Banken")


@pytest.fixture
def teller(bank):
    return make_person(Role.PARTNER, organisation=bank)


@pytest.fixture
def case(kim):
    return make_case(
        kim, until="internal-information", days_ago=20, alias="Blåt hus", record_number="S-77"
    )


def see(client, person, sharing):
    client.force_login(person)
    return client.get(reverse("cases:shared_case", args=[sharing.pk]))


def test_they_see_the_agreed_facts_and_nothing_else(client, kim, case, bank, teller):
    sharing = show_to(case, kim, bank, shows_state=False)
    record_milestone(case=case, user=kim, kind="first-meeting", day=today_for(case.team))
    page = see(client, teller, sharing)
    said = [(fact.name, fact.value) for fact in page.context["shown"].facts]
    assert [value for _name, value in said] == [THEME, "1 meeting"]
    html = page.content.decode()
    for secret in (case.reference, "Blåt hus", "S-77", "Kim", str(case.team)):
        assert secret not in html
    assert "B-12" in client.get(reverse("cases:shared")).content.decode()


def test_each_look_is_in_the_log_of_the_case(client, kim, ada, case, bank, teller):
    sharing = show_to(case, kim, bank)
    see(client, teller, sharing)
    entry = AccessEntry.objects.first()
    assert (entry.object_type, entry.object_id) == ("cases.case", str(case.pk))
    assert (entry.actor_id, entry.verb, entry.route) == (
        teller.pk,
        "viewed",
        "cases:shared_case",
    )
    assert entry.related_id == str(bank.pk)
    client.force_login(ada)
    log = client.get(reverse("cases:log", args=[case.pk])).content.decode()
    assert "cases:shared_case" in log


def test_it_is_for_that_organisation_alone(client, kim, stranger, case, bank):
    sharing = show_to(case, kim, bank)
    other = make_organisation(kind=Organisation.Kind.PARTNER)
    own = make_person(organisation=case.team.organisation)
    people = {
        make_person(Role.PARTNER, organisation=other): 404,
        make_person(Role.PARTNER): 403,
        make_person(is_superuser=True): 403,
        kim: 403,
        stranger: 403,
        own: 403,
    }
    for person, status in people.items():
        assert see(client, person, sharing).status_code == status
    client.logout()
    assert "sign-in" in client.get(reverse("cases:shared")).url


@pytest.mark.parametrize("end", ["day", "ended", "consent ended", "consent withdrawn"])
def test_it_ends_by_itself_or_when_somebody_says_so(client, kim, case, bank, teller, end):
    today = today_for(case.team)
    consent = consent_to(case, kim, case.started_on)
    sharing = show_to(case, kim, bank, consent=consent)
    assert see(client, teller, sharing).status_code == 200
    if end == "day":
        past = {"agreed_on": case.started_on, "until": today - timedelta(days=1)}
        CaseSharing.objects.update(**past)
    elif end == "ended":
        end_sharing(case=case, user=kim, sharing=sharing)
    elif end == "consent ended":
        case.consents.update(ends_on=today - timedelta(days=1))
    else:
        withdraw_consent(case=case, user=kim, consent=consent, seen=1, day=today)
    assert see(client, teller, sharing).status_code == 404
    assert "B-12" not in client.get(reverse("cases:shared")).content.decode()
    assert AccessEntry.objects.filter(actor_id=teller.pk, outcome="refused").exists()
    client.force_login(kim)
    assert client.get(reverse("cases:sharing_sheet", args=[case.pk, sharing.pk])).status_code == 404
    sharing.refresh_from_db()
    assert not sharing.holds_on(today)


def test_the_last_day_counts(client, kim, case, bank, teller):
    sharing = show_to(case, kim, bank, days=0)
    assert see(client, teller, sharing).status_code == 200


def test_that_the_case_has_ended_is_a_fact(client, kim, case, bank, teller):
    sharing = show_to(case, kim, bank)
    close_case(
        case=case,
        user=kim,
        outcome="no-contact",
        day=today_for(case.team),
        reason="Det er slut",
        deviation="Ikke aktuelt",
    )
    facts = see(client, teller, sharing).context["shown"].facts
    assert facts[0].value == "ended"
    end_sharing(case=case, user=kim, sharing=sharing)
    assert see(client, teller, sharing).status_code == 404


def posted(bank, case, **more):
    today = today_for(case.team)
    form = {
        "organisation": bank.pk,
        "label": "B-12",
        "shows": ["shows_meetings"],
        "theme": "",
        "agreed_on": today,
        "until": today + timedelta(days=9),
        "consent": "",
    }
    return form | more


def test_it_is_agreed_in_a_form(client, kim, case, bank):
    client.force_login(kim)
    address = reverse("cases:sharing_new", args=[case.pk])
    assert client.get(address).status_code == 200
    token = client.get(address).context["form"].initial["form_token"]
    for _again in range(2):
        answer = client.post(address, posted(bank, case, form_token=token))
        assert answer.url == reverse("cases:sharings", args=[case.pk])
    sharing = case.sharings.get()
    assert sharing.shows_meetings
    assert not sharing.shows_state
    paper = client.get(reverse("cases:sharing_sheet", args=[case.pk, sharing.pk])).content.decode()
    assert "B-12" in paper
    client.post(reverse("cases:sharing_end", args=[case.pk, sharing.pk]))
    client.post(reverse("cases:sharing_end", args=[case.pk, sharing.pk]))
    assert case.events.filter(kind="sharing_ended").count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("shows", []),
        ("shows", ["alias"]),
        ("shows", ["shows_theme"]),
        ("theme", "Gæld"),
        ("label", ""),
        ("label", "070761-4285"),
        ("agreed_on", "2999-01-01"),
        ("until", "2001-01-01"),
        ("until", "later"),
        ("organisation", "0"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(client, kim, case, bank, field, value):
    client.force_login(kim)
    form = posted(bank, case, **{field: value})
    answer = client.post(reverse("cases:sharing_new", args=[case.pk]), form)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert str(form["until"]) in answer.content.decode()
    assert not case.sharings.exists()


def test_rules_hold_against_a_raw_request(client, kim, stranger, case, bank, teller):
    own = case.team.organisation
    theirs = make_case(stranger)
    foreign = consent_to(theirs, stranger, theirs.started_on)
    client.force_login(kim)
    address = reverse("cases:sharing_new", args=[case.pk])
    for more in ({"organisation": own.pk}, {"consent": foreign.pk}):
        assert client.post(address, posted(bank, case, **more)).status_code == 200
    with pytest.raises(ValidationError):
        show_to(case, kim, own)
    with pytest.raises(ValidationError):
        show_to(case, kim, bank, consent=foreign)
    with pytest.raises(PermissionDenied):
        show_to(case, stranger, bank)
    assert not case.sharings.exists()
    sharing = show_to(theirs, stranger, bank)
    end = reverse("cases:sharing_end", args=[case.pk, sharing.pk])
    assert client.post(end).status_code == 404
    sharing.refresh_from_db()
    assert sharing.ended_on is None
    client.force_login(teller)
    assert client.get(reverse("cases:case", args=[case.pk])).status_code == 404

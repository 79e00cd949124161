"""Contacts: attempts climb the ladder of the guidance; conversations lead to their checkpoints."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cases.models import CaseContact, CaseMilestone
from cases.reading.recorded.contacts import contacts_view
from cases.services.changing import CaseClosedError
from cases.services.contacts import count_conversation, note_contact, take_back_contact
from cases.services.milestones import record_milestone
from cases.work.clock import today_for
from cases.work.load import plan_of
from cases.work.parts import Standing
from portal.demo.casework import make_case

from .screens import address
from .ticking import State, item, tick

pytestmark = pytest.mark.django_db
CPR = "070761-4285"


@pytest.fixture
def case(kim):
    return make_case(kim, until="contact")


@pytest.fixture
def bank(kim):
    """A Norwegian case in which the conversations follow the plan."""
    return make_case(kim, pathway="bank-follow-up", days_ago=60, until="work-by-plan", pace=1)


def attempt(case, user, channel, *, reached=False, days_ago=0, **values):
    day = today_for(case.team) - timedelta(days=days_ago)
    values |= {"channel": channel, "reached": reached, "day": day}
    return note_contact(case=case, user=user, **values)


def suggested(case):
    found = list(case.contacts.all())
    rung = contacts_view(plan_of(case), found)["suggestion"]
    return rung and rung.url.rpartition("#item-")[2]


def test_each_attempt_in_vain_suggests_the_next_rung(case, kim):
    assert suggested(case) is None
    attempt(case, kim, "letter", days_ago=4)
    attempt(case, kim, "visit", days_ago=3)
    assert suggested(case) == "phone-if-closed"
    attempt(case, kim, "phone", days_ago=2)
    assert item(case, "contact/phone-if-closed").is_done
    assert suggested(case) == "through-partners"
    attempt(case, kim, "partner", days_ago=1)
    assert suggested(case) == "decide-announced"
    tick(case, kim, "contact/decide-announced")
    assert suggested(case) == "new-visit"
    attempt(case, kim, "visit")
    assert suggested(case) == "judge-further"


def test_nothing_is_suggested_once_the_client_was_reached(case, kim):
    attempt(case, kim, "phone", days_ago=1)
    attempt(case, kim, "visit", reached=True)
    assert suggested(case) is None
    attempt(case, kim, "sms")
    assert suggested(case) == "through-partners"
    tick(case, kim, "contact/agree-time-and-place", day=today_for(case.team))
    assert suggested(case) is None


def test_a_pathway_without_a_ladder_suggests_nothing(kim):
    case = make_case(kim, pathway="outreach-pair-work")
    attempt(case, kim, "phone")
    assert suggested(case) is None


def test_a_meeting_ticks_its_item_in_its_own_round(kim):
    case = make_case(kim, days_ago=60, until="follow-up-meetings")
    first = attempt(case, kim, "meeting", reached=True, kind="follow-up-meeting", days_ago=3)
    assert item(case, "follow-up-meetings/hold-meeting").is_done
    attempt(case, kim, "meeting", reached=True, kind="follow-up-meeting", days_ago=1)
    assert plan_of(case).rounds_of("follow-up-meeting") == 2
    assert item(case, "follow-up-meetings/hold-meeting", 2).is_done
    take_back_contact(case=case, user=kim, contact=first.contact.pk)
    take_back_contact(case=case, user=kim, contact=first.contact.pk)
    assert item(case, "follow-up-meetings/hold-meeting").state == State.TO_DO
    assert case.milestones.filter(kind="follow-up-meeting").count() == 1


def test_a_planned_meeting_becomes_what_was_held(kim):
    case = make_case(kim, days_ago=60, until="calling-meeting", meeting_in=0)
    noted = attempt(case, kim, "meeting", reached=True, kind="coordinating-meeting")
    assert CaseMilestone.objects.get(kind="coordinating-meeting") == noted.contact.milestone
    assert item(case, "updating/send-minutes").by


def test_the_fifth_and_tenth_conversation_ask_for_their_checkpoint(bank, kim):
    assert item(bank, "checkpoints/adjust-plan").standing == Standing.WAITING
    [check] = plan_of(bank).checkpoints
    assert (check.so_far, check.next) == (3, 5)
    attempt(bank, kim, "meeting", reached=True, kind="conversation", days_ago=10)
    attempt(bank, kim, "meeting", reached=True, kind="conversation", days_ago=9)
    assert item(bank, "checkpoints/adjust-plan").standing == Standing.OVERDUE
    tick(bank, kim, "checkpoints/adjust-plan", day=today_for(bank.team))
    for days_ago in (8, 7, 6, 5):
        attempt(bank, kim, "phone", reached=True, kind="conversation", days_ago=days_ago)
    assert plan_of(bank).rounds_of("checkpoint-held") == 1
    attempt(bank, kim, "meeting", reached=True, kind="conversation")
    assert plan_of(bank).rounds_of("checkpoint-held") == 2
    assert item(bank, "checkpoints/adjust-plan", 2).standing == Standing.DUE
    assert not plan_of(bank).checkpoints[0].next


def test_a_conversation_that_does_not_count_brings_no_checkpoint(bank, kim):
    values = {"reached": True, "kind": "conversation"}
    attempt(bank, kim, "phone", **values)
    noted = attempt(bank, kim, "phone", counts=False, **values)
    assert item(bank, "checkpoints/adjust-plan").standing == Standing.WAITING
    count_conversation(case=bank, user=kim, milestone=noted.contact.milestone, counts=True)
    assert item(bank, "checkpoints/adjust-plan").standing == Standing.DUE


def test_the_mapping_conversation_counts_where_somebody_says_so(bank, kim):
    mapping = bank.milestones.get(kind="mapping-conversation-held")
    assert plan_of(bank).checkpoints[0].so_far == 3
    count_conversation(case=bank, user=kim, milestone=mapping, counts=True)
    assert plan_of(bank).checkpoints[0].so_far == 4
    named = bank.milestones.get(kind="responsible-named")
    with pytest.raises(ValidationError):
        count_conversation(case=bank, user=kim, milestone=named, counts=True)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"days_ago": 31}, "day"),
        ({"days_ago": -1}, "day"),
        ({"channel": "pigeon"}, "channel"),
        ({"kind": "first-meeting"}, "kind"),
        ({"kind": "made-up", "reached": True}, "kind"),
        ({"kind": "assignment", "reached": True}, "kind"),
    ],
)
def test_what_cannot_have_happened_is_refused(case, kim, values, field):
    with pytest.raises(ValidationError) as refused:
        attempt(case, kim, **{"channel": "phone"} | values)
    assert field in refused.value.error_dict
    assert not case.contacts.exists()


def test_the_database_holds_what_the_service_promises(case, kim):
    made = attempt(case, kim, "phone").contact
    for wrong in ({"channel": "pigeon"}, {"milestone": case.milestones.first()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            CaseContact.objects.filter(pk=made.pk).update(**wrong)


def test_a_case_that_has_ended_takes_no_contact(kim):
    case = make_case(kim, closed="no-contact")
    with pytest.raises(CaseClosedError):
        attempt(case, kim, "phone")


def test_planning_the_next_meeting_opens_its_round_with_its_own_deadlines(client, case, kim):
    client.force_login(kim)
    day = today_for(case.team) + timedelta(days=20)
    kind = "coordinating-meeting"
    for number, planned in ((1, day), (2, day + timedelta(days=20))):
        url = address("milestone_plan", case, language="en", kind=kind, number=number)
        for _again in range(2):
            assert client.post(url, {"day": planned.isoformat()}).status_code == 302
        points = item(case, "calling-meeting/extra-points", number)
        assert points.by == planned - timedelta(days=4)
    assert plan_of(case).rounds_of(kind) == 2
    assert client.get(address("milestone_plan", case, kind=kind, number=9)).status_code == 404
    with pytest.raises(ValidationError):
        record_milestone(case=case, user=kim, kind=kind, number=9, day=day, planned=True)
    page = client.get(address("contacts", case, language="en")).context["meetings"]
    rounds = next(m for m in page if m.rounds).rounds
    assert [(one.number, bool(one.planned)) for one in rounds] == [(2, True), (1, True)]


def test_a_contact_is_noted_through_its_form_once(client, case, kim):
    client.force_login(kim)
    url = address("contact_new", case, language="en")
    form = client.get(url).context["form"]
    data = {"form_token": form["form_token"].value(), "day": form["day"].value().isoformat()}
    answer = client.post(url, data | {"channel": "phone", "note": f"Nobody at {CPR}"})
    assert set(answer.context["form"].errors) == {"reached", "note"}
    assert CPR in answer.content.decode()
    for _again in range(2):
        posted = client.post(url, data | {"channel": "phone", "reached": "no", "note": "Nobody"})
        assert posted.status_code == 302
    assert case.contacts.get().note == "Nobody"
    page = client.get(address("contacts", case, language="en")).content.decode()
    assert "Try to make contact through partners" in page
    client.post(address("contact_take_back", case, contact=case.contacts.get().pk))
    assert not case.contacts.exists()

"""Handing over: asked, accepted, declined, taken back; a raw post gets no further."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import Membership
from cases.models import Case, CaseHandover
from cases.reading.mine.day import day_of
from cases.services.closing import close_case
from cases.services.handing_over import ask
from cases.work.clock import today_for
from cases.work.load import plan_of
from portal.demo.casework import make_case
from tests.accounts.people import join, make_person, make_team

from .screens import address

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case(kim):
    return make_case(kim, until="first-meeting", alias="Blue house")


@pytest.fixture
def robin(team):
    """A case worker of another team of the same organisation."""
    person = make_person(first_name="Robin")
    join(person, make_team(team.organisation))
    return person


def asked(case, by, person, area=""):
    team = person.memberships.get().team
    return ask(case=case, user=by, person=person, team=team, area=area)


def post(client, user, name, handover, **data):
    client.force_login(user)
    url = address(name, handover.case, handover=handover.pk, language="en")
    return client.post(url, data, follow=True)


def said(answer):
    return " ".join(notice.text for notice in answer.context["notices"])


def holder(case):
    case.refresh_from_db()
    return case.responsible


def test_it_is_asked_on_a_screen_and_moves_when_accepted(client, case, kim, ada):
    client.force_login(kim)
    url = address("hand_over", case, language="en")
    page = client.post(url, {"person": ada.memberships.get().pk, "area": ""}, follow=True)
    assert "Ada has been asked" in said(page)
    assert holder(case) == kim
    handover = CaseHandover.objects.get()
    client.force_login(ada)
    day = client.get(reverse("cases:my_day")).context
    assert [question.cover.name for question in day["questions"]] == ["Blue house"]
    assert "It is yours now" in said(post(client, ada, "handover_accept", handover))
    assert holder(case) == ada
    post(client, ada, "handover_accept", handover)
    kinds = list(case.events.values_list("kind", flat=True))
    assert kinds.count("handed_over") == 1
    client.force_login(kim)
    [news] = client.get(reverse("cases:my_day")).context["news"]
    assert news.words == "Taken over, as you asked"
    client.post(reverse("cases:news_seen"), {"news": [news.pk]})
    assert not client.get(reverse("cases:my_day")).context["news"]


def test_nobody_answers_for_somebody_else(client, case, kim, ada, team):
    handover = asked(case, kim, ada)
    other = make_person(first_name="Ola")
    join(other, team)
    for person in (kim, other):
        for name in ("handover_accept", "handover_refuse"):
            assert post(client, person, name, handover).status_code == 403
    assert holder(case) == kim
    assert CaseHandover.objects.get().state == "asked"


def test_nobody_asks_themselves(client, case, kim, ada):
    client.force_login(kim)
    url = address("hand_over", case, language="en")
    page = client.post(url, {"person": kim.memberships.get().pk})
    assert page.context["form"].errors["person"]
    row = {"case": case, "person": kim, "team": case.team, "asked_by": kim}
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseHandover.objects.create(**row, asked_at=timezone.now())


def test_another_team_reads_until_it_answers(client, case, kim, ada, robin):
    client.force_login(robin)
    url = address("case", case, language="en")
    assert client.get(url).status_code == 404
    handover = asked(case, kim, robin)
    assert client.get(url).status_code == 200
    assert client.get(address("timeline", case)).status_code == 200
    assert case not in Case.objects.worked_on_by(robin)
    for name in ("details", "close", "hand_over", "consent_new"):
        assert client.get(address(name, case)).status_code == 403, name
    for name in ("tick", "undo", "reopen", "close"):
        assert client.post(address(name, case), {"batch": 1}).status_code == 403, name
    answer = post(client, robin, "handover_refuse", handover, reason="Too many already")
    assert "Declined" in said(answer)
    assert client.get(url).status_code == 404
    assert case.events.first().reason == "Too many already"


def test_an_accepted_case_goes_to_the_other_team(client, case, kim, ada, robin):
    asked(case, kim, ada, area=case_phase(case))
    whole = asked(case, kim, robin)
    post(client, robin, "handover_accept", whole)
    assert holder(case) == robin
    assert case.team == robin.memberships.get().team
    client.force_login(kim)
    assert client.get(address("case", case)).status_code == 404
    assert set(case.handovers.values_list("state", flat=True)) == {"accepted", "recalled"}
    page = client.get(address("my_day", language="en"))
    assert [news.case for news in page.context["news"]] == [None]
    assert "Blue house" not in page.content.decode()


def test_taking_back_ends_the_right_to_read(client, case, kim, ada, robin):
    handover = asked(case, kim, robin)
    assert post(client, robin, "handover_recall", handover).status_code == 403
    assert "Taken back" in said(post(client, ada, "handover_recall", handover))
    client.force_login(robin)
    assert client.get(address("case", case)).status_code == 404
    assert post(client, robin, "handover_accept", handover).status_code == 404
    assert holder(case) == kim


@pytest.mark.parametrize("ends", ["in time", "with the case", "with the membership"])
def test_a_question_ends_by_itself(client, case, kim, robin, ends):
    handover = asked(case, kim, robin)
    if ends == "in time":
        CaseHandover.objects.update(asked_at=timezone.now() - timedelta(days=15))
    elif ends == "with the case":
        day = today_for(case.team)
        close_case(
            case=case,
            user=kim,
            outcome="no-contact",
            day=day,
            reason="Moved away",
            deviation="Moved away",
        )
    else:
        Membership.objects.filter(user=robin).update(
            since=today_for(case.team) - timedelta(days=9),
            until=today_for(case.team) - timedelta(days=1),
        )
    assert post(client, robin, "handover_accept", handover).status_code == 404
    assert holder(case) == kim
    if ends == "in time":
        assert asked(case, kim, robin).state == "asked"


def test_declining_after_accepting_is_declined(client, case, kim, ada):
    handover = asked(case, kim, ada)
    post(client, ada, "handover_accept", handover)
    assert "accepted before" in said(post(client, ada, "handover_refuse", handover))
    assert holder(case) == ada


def test_whoever_has_left_is_not_asked_and_does_not_get_it(client, case, kim, ada, team):
    handover = asked(case, kim, ada)
    yesterday = today_for(team) - timedelta(days=1)
    Membership.objects.filter(user=ada).update(since=yesterday, until=yesterday)
    assert post(client, ada, "handover_accept", handover).status_code == 404
    client.force_login(kim)
    url = address("hand_over", case, language="en")
    page = client.post(url, {"person": ada.memberships.get().pk})
    assert "Choose somebody from the list" in str(page.context["form"].errors["person"])
    assert holder(case) == kim


def test_two_leads_ask_at_once(client, case, kim, ada, team):
    other = make_person(first_name="Ola")
    join(other, team, lead=True)
    asked(case, kim, ada, area=case_phase(case))
    asked(case, ada, other)
    client.force_login(other)
    url = address("hand_over", case, language="en")
    page = client.post(url, {"person": ada.memberships.get().pk, "area": ""})
    assert "Ada has asked Ola already" in str(page.context["form"].errors)
    assert case.handovers.filter(state="asked").count() == 2


def test_a_phase_is_somebody_elses_and_comes_back(client, case, kim, ada):
    phase = case_phase(case)
    before = len(day_of(kim).overdue + day_of(kim).due + day_of(kim).soon)
    post(client, ada, "handover_accept", asked(case, kim, ada, area=phase))
    assert holder(case) == kim
    assert case.areas.get().responsible == ada
    mine, hers = (len(d.overdue + d.due + d.soon) for d in (day_of(kim), day_of(ada)))
    assert mine + hers == before
    assert hers
    assert "Ada" in client.get(address("case", case)).content.decode()
    post(client, kim, "handover_accept", asked(case, ada, kim, area=phase))
    assert not case.areas.exists()


def test_what_is_not_in_the_readers_language_says_in_which_it_is(client, case, kim):
    client.force_login(kim)
    for name in ("hand_over", "close"):
        for language, marked in (("fi", True), ("da", False)):
            page = client.get(address(name, case, language=language)).content.decode()
            answers = page[page.index('type="radio"') :]
            assert ('<span lang="da">' in answers) == marked, (name, language)


def test_a_mail_says_when_and_that_it_is_about_a_case(client, case, kim, ada):
    handover = asked(case, kim, ada)
    [message] = mail.outbox
    assert message.to == [ada.email]
    text = str(message.message())
    assert "deadline in a case" in text
    assert "/cases/" in text
    for word in (case.reference, case.alias, case.record_number, "Kim", "take over"):
        assert word not in text
    post(client, ada, "handover_refuse", handover, reason="Too many already")
    assert "Too many" not in str(mail.outbox[1].message())
    assert mail.outbox[1].to == [kim.email]


def test_what_was_typed_stays_where_it_may_be_a_personal_number(client, case, kim, ada):
    handover = asked(case, kim, ada)
    reason = "It is 0101801234 or so"
    page = post(client, ada, "handover_refuse", handover, reason=reason)
    assert reason in page.content.decode()
    assert CaseHandover.objects.get().state == "asked"


def case_phase(case):
    """The phase in which the work stands."""
    return plan_of(case).here.place.phase.key


def test_whoever_gets_a_new_case_is_told(client, kim, ada):
    make_case(ada, responsible=kim)
    client.force_login(kim)
    [news] = client.get(reverse("cases:my_day")).context["news"]
    assert (news.by, news.words) == ("Ada", "Opened a case that is yours")
    assert [message.to for message in mail.outbox] == [[kim.email]]

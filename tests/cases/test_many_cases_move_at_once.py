"""Moving many cases: a worker does it, one case at a time; whatever dies, no case is half moved."""

import time
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import AccessEntry
from cases.models import Case, CaseMove, MovingCase
from cases.reading.procedure.move import progress_of
from cases.services.moves import ask_for_move, bring_back, go_on
from cases.work.clock import today_for
from pathways.models import PathwayEdition
from portal.demo.casework import make_case

from .killed import said_until_killed
from .many import bulk_cases
from .moving import released, say, withdraw
from .screens import address
from .ticking import State, tick

pytestmark = pytest.mark.django_db
OPEN_ITEM = "calling-meeting/learn-offers"
# Locking, the team, what was recorded, two editions, the calendar, writing, the log.
PINNED = 32


@pytest.fixture
def cases(team, kim):
    return [make_case(kim, days_ago=days) for days in (9, 8, 7)]


def begin(case, user):
    tick(case, user, OPEN_ITEM, to=State.NOT_RELEVANT, reason="Det gjorde andre")


def ask(user, edition, cases=None):
    cases = Case.objects.all() if cases is None else cases
    return ask_for_move(user=user, edition=edition, cases=cases, form_token=uuid.uuid4())


def states(move):
    return list(move.cases.order_by("case_id").values_list("state", "why"))


def post(client, name, *args, **data):
    return client.post(reverse(f"cases:{name}", args=args), data)


def test_all_that_can_move_do_and_come_back(client, kim, cases):
    begin(cases[1], kim)
    edition = released(say(OPEN_ITEM, "Kend tilbuddene"))
    client.force_login(kim)
    listed = client.get(reverse("cases:changed_pathway", args=["outreach-casework"]))
    token = listed.context["form"].initial["form_token"]
    form = {"edition": edition.pk, "form_token": token, "all": "1"}
    asked = post(client, "move_many", "outreach-casework", **form)
    again = post(client, "move_many", "outreach-casework", **form)
    assert asked.url == again.url
    move = CaseMove.objects.get()
    assert states(move) == [("waiting", ""), ("waiting", "")]
    assert "hx-get" in client.get(asked.url).content.decode(), "the page follows the work"
    assert go_on() == 2
    assert go_on() == 0
    assert "hx-get" not in client.get(asked.url).content.decode()
    assert Case.objects.filter(edition=edition).count() == 2
    assert post(client, "move_many", "outreach-casework", **form).url == asked.url
    post(client, "move_back", move.pk)
    go_on()
    assert states(move) == [("returned", ""), ("returned", "")]
    assert not Case.objects.filter(edition=edition).exists()
    assert client.get(asked.url).status_code == 200


def test_each_move_is_in_the_log_of_its_case(kim, cases):
    edition = released(say(OPEN_ITEM, "Kend tilbuddene"))
    ask(kim, edition)
    before = AccessEntry.objects.count()
    go_on()
    entries = AccessEntry.objects.filter(object_type="cases.case", actor_id=kim.pk)
    assert AccessEntry.objects.count() == before + 3
    assert {entry.verb for entry in entries[:3]} == {"changed"}


def test_those_ticked_and_no_others_and_a_raw_post_moves_nothing_begun(
    client, kim, cases, stranger
):
    theirs = make_case(stranger)
    begin(cases[1], kim)
    edition = released(say(OPEN_ITEM, "Kend tilbuddene"))
    client.force_login(kim)
    chosen = [cases[0].pk, cases[1].pk, theirs.pk, "x", "9" * 40]
    form = {"edition": edition.pk, "form_token": uuid.uuid4(), "case": chosen}
    post(client, "move_many", "outreach-casework", **form)
    go_on()
    move = CaseMove.objects.get()
    assert states(move) == [("moved", ""), ("refused", "needs_you")]
    assert list(Case.objects.filter(edition=edition)) == [cases[0]]
    [left] = progress_of(move, kim).not_moved
    assert left.cover.pk == cases[1].pk


def test_what_happens_before_its_turn_counts(kim, ada, cases):
    edition = released(say(OPEN_ITEM, "Kend tilbuddene"))
    move = ask(kim, edition)
    begin(cases[0], ada)
    today = today_for(cases[0].team)
    Case.objects.filter(pk=cases[1].pk).update(
        state="closed", outcome="no-contact", closed_on=today
    )
    go_on()
    assert states(move) == [("refused", "needs_you"), ("refused", "ended"), ("moved", "")]
    begin(cases[2], kim)
    bring_back(move=move)
    go_on()
    assert states(move)[2] == ("returned", ""), "what both editions have is no hindrance"


def test_one_case_in_trouble_holds_up_no_other(client, kim, cases, caplog):
    broken = PathwayEdition.objects.create(
        key="outreach-casework",
        number=2,
        schema=1,
        source_language="da",
        snapshot="{",
        hash="of something else",
        effective_on=cases[1].edition.effective_on,
        pathway_id=cases[1].edition.pathway_id,
    )
    Case.objects.filter(pk=cases[1].pk).update(edition=broken)
    move = ask(kim, released(say(OPEN_ITEM, "Kend tilbuddene"), base=cases[0].edition))
    go_on()
    assert states(move) == [("moved", ""), ("refused", "trouble"), ("moved", "")]
    assert Case.objects.get(pk=cases[1].pk).edition == broken
    [line] = [record for record in caplog.records if record.name == "cases.services.moves"]
    assert str(cases[1].pk) in line.getMessage()
    assert line.exc_info, "the log has the reason"
    client.force_login(kim)
    client.raise_request_exception = False
    for page in (reverse("cases:move", args=[move.pk]), address("case", cases[1], language="en")):
        answer = client.get(page)
        assert answer.status_code == 500
        assert "does not match its hash" in answer.content.decode()
    assert client.get(address("case", cases[0])).status_code == 200


def test_who_has_left_moves_nothing_more(kim, cases):
    move = ask(kim, released(say(OPEN_ITEM, "Kend tilbuddene")))
    kim.memberships.all().delete()
    go_on()
    assert {why for _state, why in states(move)} == {"not_yours"}


def test_an_edition_that_was_withdrawn_in_between(client, kim, cases):
    edition = released(say(OPEN_ITEM, "Kend tilbuddene"))
    move = ask(kim, edition)
    withdraw(edition)
    go_on()
    assert states(move) == [("refused", "withdrawn")] * 3
    with pytest.raises(ValidationError):
        ask(kim, edition)
    newest = released(say(OPEN_ITEM, "Find tilbuddene"))
    client.force_login(kim)
    form = {"edition": edition.pk, "form_token": uuid.uuid4(), "all": "1"}
    answer = post(client, "move_many", "outreach-casework", **form)
    assert answer.url == reverse("cases:changed_pathway", args=["outreach-casework"])
    assert not Case.objects.filter(edition=newest).exists()


def test_a_move_is_seen_by_whoever_asked(client, kim, ada, stranger, cases):
    edition = released(say(OPEN_ITEM, "Kend tilbuddene"))
    move = ask(kim, edition)
    go_on()
    for person, status in ((kim, 200), (ada, 404), (stranger, 404)):
        client.force_login(person)
        assert client.get(reverse("cases:move", args=[move.pk])).status_code == status
        assert post(client, "move_back", move.pk).status_code in (302, 404)
        listed = client.get(reverse("cases:changed_pathway", args=["outreach-casework"]))
        assert listed.status_code == 404, "none of theirs is behind"
    assert set(states(move)) == {("returning", "")}
    client.force_login(stranger)
    form = {"edition": edition.pk, "form_token": uuid.uuid4(), "all": "1"}
    assert post(client, "move_many", "outreach-casework", **form).status_code == 404


@pytest.mark.parametrize("posted", [{}, {"edition": "1"}, {"form_token": "x", "edition": "1"}])
def test_a_form_that_says_nothing(client, kim, cases, posted):
    released(say(OPEN_ITEM, "Kend tilbuddene"))
    client.force_login(kim)
    assert post(client, "move_many", "outreach-casework", **posted).status_code == 404
    assert not CaseMove.objects.exists()


@pytest.mark.endurance
def test_five_hundred_cases_with_as_many_queries_each(client, kim, ada, team, size, measured):
    many = size(40, 10_000)
    for first in range(0, many, 500):
        bulk_cases(min(500, many - first), team, ada, first=first)
    edition = released(say(OPEN_ITEM, "Kend tilbuddene"))
    client.force_login(kim)
    address = reverse("cases:changed_pathway", args=["outreach-casework"])
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    measured(f"list of {many} cases to move: queries", len(asked), "queries")
    assert len(asked) <= 36
    chosen = Case.objects.filter(pk__in=Case.objects.order_by("pk").values("pk")[: size(20, 500)])
    move = ask(kim, edition, chosen)
    begun = time.monotonic()
    with CaptureQueriesContext(connection) as asked:
        done = go_on()
    measured("moving a case: queries", len(asked) / done, "queries")
    measured("moving a case: time", (time.monotonic() - begun) / done, "seconds")
    assert done == size(20, 500)
    assert len(asked) / done <= PINNED
    assert set(states(move)) == {("moved", "")}


WORKER = """
from cases.services import moves
see_to = moves._see_to
def say(pk):
    print(pk, flush=True)
    return see_to(pk)
moves._see_to = say
moves.go_on()
"""


@pytest.mark.endurance
@pytest.mark.django_db(transaction=True)
def test_killed_in_between_it_goes_on_and_no_case_is_half_moved(kim, team, size, measured):
    bulk_cases(size(25, 500), team, kim, first=1)
    edition = released(say(OPEN_ITEM, "Kend tilbuddene"))
    move = ask(kim, edition)
    kills = 0
    while move.cases.filter(state="waiting").exists() and kills < size(3, 60):
        said_until_killed(WORKER, at_most=0.3)
        kills += 1
        _holds_together(move, edition)
    go_on()
    assert set(states(move)) == {("moved", "")}
    _holds_together(move, edition)
    measured("kill -9 while cases move, none half moved", kills, "kills")


def _holds_together(move, edition):
    """A case follows the edition, has its event and its row, or none of the three."""
    for row in MovingCase.objects.filter(move=move).select_related("case"):
        told = row.case.events.filter(kind="edition").count()
        followed = row.case.edition_id == edition.pk
        assert (row.state == "moved", told) == (followed, int(followed))

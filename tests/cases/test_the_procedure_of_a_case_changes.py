"""A newer edition comes into force while cases go on: what it touches, moving, back, staying."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils.translation import override

from cases.models import Case, CaseItem, MovingCase
from cases.reading.tasks.earlier import done_as, earlier_items
from cases.services.assigning import assign_item
from cases.services.closing import close_case
from cases.services.editions import move_case, stay
from cases.services.undo import undo
from cases.work.behind import behind_of
from cases.work.changes import Comparison, token_of
from cases.work.clock import today_for
from cases.work.load import plan_of
from cases.work.procedure import Procedure
from pathways.models import PathwayEdition
from portal.demo.casework import make_case

from .moving import item_of, released, say, withdraw, without
from .ticking import State, item, tick

pytestmark = pytest.mark.django_db
OPEN_ITEM, DONE_ITEM = "calling-meeting/learn-offers", "contact/reach-out"


@pytest.fixture
def case(kim):
    return make_case(kim, until="first-meeting", days_ago=20)


def everything(case):
    """All that is recorded in a case, and how it stands."""
    plan = plan_of(case)
    rows = sorted(CaseItem.objects.filter(case=case).values_list())
    kinds = sorted(case.milestones.values_list("kind", "day", "slot"))
    return rows, kinds, [(i.place, i.state, i.by, i.standing) for i in plan.items]


def losses(case, edition):
    plan = plan_of(case)
    return Comparison(plan.procedure, Procedure(edition)).losses(plan.facts)


def waits(case):
    """Which list the case stands in, told by the database."""
    [behind] = behind_of(Case.objects.all())
    shows = ("ready", "needing", "staying")
    return [show for show in shows if getattr(behind, show).filter(pk=case.pk).exists()]


def later(pages):
    item_of(pages, DONE_ITEM)["due"]["amount"] = 3


def optional(pages):
    item_of(pages, DONE_ITEM)["mandatory"] = False


def offered(pages):
    pages["contact"]["necessity"] = "optional"


def elsewhere(pages):
    moved = item_of(pages, DONE_ITEM)
    pages["contact"]["items"].remove(moved)
    pages["first-meeting"].setdefault("items", []).append(moved)


def once_no_more(pages):
    pathway = pages["outreach-casework"]
    [row] = [r for r in pathway["milestones"] if r["milestone"] == "first-contact"]
    row["repeats"] = True


def another_branch(pages):
    [branch] = [b for b in pages["contact"]["branches"] if b["key"] == "visit-declined"]
    branch["outcome"] = "no-contact"


@pytest.mark.parametrize(
    "change",
    [say(DONE_ITEM, "Skriv først"), without(DONE_ITEM), later, optional, offered, elsewhere],
)
def test_a_begun_item_that_changed_needs_somebody(kim, change):
    case = make_case(kim)
    tick(case, kim, DONE_ITEM, to=State.NOT_RELEVANT, reason="Har vi gjort")
    edition = released(change)
    assert [(loss.step, loss.key) for loss in losses(case, edition)] == [("contact", "reach-out")]
    assert waits(case) == ["needing"]
    with pytest.raises(ValidationError) as told:
        move_case(case=case, user=kim, edition=edition)
    assert told.value.code == MovingCase.Why.NEEDS_YOU
    case.refresh_from_db()
    assert case.edition.number == 1


@pytest.mark.parametrize("change", [say(DONE_ITEM, "Skriv først"), without(DONE_ITEM), later])
def test_a_case_in_which_it_was_not_begun_moves_by_itself(kim, change):
    case = make_case(kim)
    edition = released(change)
    assert not losses(case, edition)
    assert waits(case) == ["ready"]
    move_case(case=case, user=kim, edition=edition)
    case.refresh_from_db()
    assert case.edition == edition
    assert not behind_of(Case.objects.all())


def test_an_item_given_to_somebody_counts_as_begun(kim, ada):
    case = make_case(kim)
    assign_item(case=case, user=kim, step="contact", item="new-visit", person=ada)
    edition = released(without("contact/new-visit"))
    assert losses(case, edition)
    assert waits(case) == ["needing"]
    assign_item(case=case, user=kim, step="contact", item="new-visit", person=None)
    assert not losses(case, edition)
    assert waits(case) == ["ready"]


def test_milestones_and_side_tracks_count_too(kim):
    met = make_case(kim, until="first-meeting", days_ago=20)
    declined = make_case(kim, days_ago=10, visit_declined=True)
    edition = released(once_no_more)
    assert [loss.kind for loss in losses(met, edition)] == ["milestone"]
    assert waits(met) == ["needing"]
    assert waits(declined) == ["ready"]
    edition = released(another_branch)
    assert [loss.kind for loss in losses(declined, edition)] == ["branch"]
    assert waits(declined) == ["needing"]


def test_to_a_new_edition_and_back_nothing_has_changed(kim, case):
    before = everything(case)
    edition = released(lambda pages: (without(DONE_ITEM)(pages), later_new_visit(pages)))
    seen = token_of(losses(case, edition), edition)
    batch = move_case(case=case, user=kim, edition=edition, seen=seen)
    assert everything(case)[:2] == before[:2], "what was recorded is never rewritten"
    assert undo(case=case, user=kim, batches=[batch]) == 1
    assert everything(case) == before
    assert undo(case=case, user=kim, batches=[batch]) == 0
    case.refresh_from_db()
    assert case.edition.number == 1


def later_new_visit(pages):
    item_of(pages, OPEN_ITEM)["text"] = {"da": "Kom igen", "en": "Come again"}


def test_what_was_done_stays_and_says_what_it_was(client, kim, case):
    then = str(plan_of(case).procedure.item("contact", "reach-out").text["da"])
    edition = released(without(DONE_ITEM))
    move_case(case=case, user=kim, edition=edition, seen=token_of(losses(case, edition), edition))
    case.refresh_from_db()
    assert item(case, DONE_ITEM) is None
    client.force_login(kim)
    client.get("/da/")
    page = client.get(reverse("cases:case", args=[case.pk])).content.decode()
    assert then in page
    [earlier] = earlier_items(plan_of(case))
    assert earlier.edition == 1


def test_an_item_done_under_other_words_says_them(kim, case):
    then = str(plan_of(case).procedure.item("contact", "reach-out").text["da"])
    edition = released(say(DONE_ITEM, "Skriv først"))
    move_case(case=case, user=kim, edition=edition, seen=token_of(losses(case, edition), edition))
    case.refresh_from_db()
    found = item(case, DONE_ITEM)
    assert found.is_done
    with override("da"):
        assert done_as(plan_of(case), found) == then
    again = tick(case, kim, DONE_ITEM, to=State.TO_DO)
    assert again.changed
    tick(case, kim, DONE_ITEM)
    assert not done_as(plan_of(case), item(case, DONE_ITEM)), "done now, in the words of now"


def test_nothing_is_undone_that_would_lose_newer_work(kim, case):
    def one_more(pages):
        more = {"key": "leave-a-card", "text": {"da": "Læg et kort", "en": "Leave a card"}}
        pages["contact"]["items"].append(more)

    batch = move_case(case=case, user=kim, edition=released(one_more))
    case.refresh_from_db()
    tick(case, kim, "contact/leave-a-card")
    with pytest.raises(ValidationError, match="cannot be undone"):
        undo(case=case, user=kim, batches=[batch])
    tick(case, kim, "contact/leave-a-card", to=State.TO_DO)
    assert undo(case=case, user=kim, batches=[batch]) == 1


def test_an_edition_withdrawn_in_between_is_refused(client, kim, case):
    edition = released(say(OPEN_ITEM, "Kom igen"))
    client.force_login(kim)
    page = reverse("cases:edition", args=[case.pk])
    assert client.get(page).status_code == 200
    withdraw(edition)
    with pytest.raises(ValidationError) as told:
        move_case(case=case, user=kim, edition=edition)
    assert told.value.code == MovingCase.Why.WITHDRAWN
    client.post(page, {"edition": edition.pk, "seen": ""})
    client.post(page, {"stay": "1", "edition": edition.pk, "reason": "Snart slut"})
    case.refresh_from_db()
    assert case.edition.number == 1
    assert not case.stays.exists()


def test_a_case_on_a_withdrawn_edition_is_asked_back(kim):
    edition = released(say(OPEN_ITEM, "Kom igen"))
    case = make_case(kim)
    assert case.edition == edition
    withdraw(edition)
    assert waits(case) == ["ready"]
    [behind] = behind_of(Case.objects.all())
    assert behind.edition.number == 1


def test_only_to_an_edition_of_its_own_pathway_that_has_come(kim, case, stranger):
    other = PathwayEdition.objects.exclude(key="outreach-casework").first()
    coming = released(say(OPEN_ITEM, "Kom"), effective_on=today_for(case.team) + timedelta(days=9))
    for edition in (other, coming):
        with pytest.raises(ValidationError):
            move_case(case=case, user=kim, edition=edition)
    assert not behind_of(Case.objects.all())
    now = released(say(OPEN_ITEM, "Kom igen"))
    with pytest.raises(PermissionDenied):
        move_case(case=case, user=stranger, edition=now)


def test_what_came_after_the_preview_is_not_agreed_to(client, kim, case):
    edition = released(without(OPEN_ITEM))
    seen = token_of(losses(case, edition), edition)
    assert tick(case, kim, OPEN_ITEM).changed
    client.force_login(kim)
    answer = client.post(
        reverse("cases:edition", args=[case.pk]), {"edition": edition.pk, "seen": seen}
    )
    assert answer.url == reverse("cases:edition", args=[case.pk])
    case.refresh_from_db()
    assert case.edition.number == 1


def test_a_case_stays_with_a_reason_until_the_next_edition(client, kim, case):
    edition = released(say(DONE_ITEM, "Skriv først"))
    client.force_login(kim)
    page = reverse("cases:edition", args=[case.pk])
    refused = client.post(page, {"stay": "1", "edition": edition.pk, "reason": ""})
    assert refused.status_code == 200
    assert not case.stays.exists()
    with pytest.raises(ValidationError):
        stay(case=case, user=kim, edition=edition, reason="")
    number = client.post(page, {"stay": "1", "edition": edition.pk, "reason": "for 010180-1236"})
    assert number.status_code == 200, "no personal number"
    assert "for 010180-1236" in number.content.decode()
    client.post(page, {"stay": "1", "edition": edition.pk, "reason": "Slutter i denne uge"})
    assert waits(case) == ["staying"]
    assert "Slutter i denne uge" in client.get(page).content.decode()
    newer = released(say(DONE_ITEM, "Skriv et brev"))
    assert waits(case) == ["needing"]
    move_case(case=case, user=kim, edition=newer, seen=token_of(losses(case, newer), newer))
    assert not behind_of(Case.objects.all())


def test_a_case_that_has_ended_is_left_alone(client, kim, case):
    close_case(
        case=case,
        user=kim,
        outcome="no-contact",
        day=today_for(case.team),
        reason="Det er slut",
        deviation="Ikke aktuelt",
    )
    edition = released(say(OPEN_ITEM, "Kom igen"))
    assert not behind_of(Case.objects.all())
    client.force_login(kim)
    client.post(reverse("cases:edition", args=[case.pk]), {"edition": edition.pk})
    case.refresh_from_db()
    assert case.edition.number == 1


@pytest.mark.parametrize("posted", [{}, {"edition": "x"}, {"edition": "9" * 30}, {"edition": "0"}])
def test_a_form_that_names_no_edition(client, kim, case, posted):
    released(say(OPEN_ITEM, "Kom igen"))
    client.force_login(kim)
    assert client.post(reverse("cases:edition", args=[case.pk]), posted).status_code == 404

"""The screens of editions, and the same rules against posts that no screen offers."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pathways.editions.plan import Plan
from pathways.models import EditionProposal, EditionWithdrawal, PathwayEdition
from tests.pathways.editing import Tab
from tests.pathways.releasing import (
    a_reviewer,
    approved,
    assert_readers_see_what_is_in_force,
    draft,
    proposed,
    the_pathway,
)
from tests.pathways.translating import page_in


@pytest.fixture
def as_editor(client, first, editor):
    client.force_login(editor)
    return client


def address(name, pk=None):
    return reverse(f"pathways_editions:{name}", args=[pk or the_pathway().pk])


def filled(**values):
    plan = Plan(the_pathway())
    return {
        "hash": plan.hash,
        "pages": [page.pk for page in plan.chosen],
        "force": "editorial",
        "release": "",
    } | values


def another_deadline(user=None):
    return draft("opening", user=user, items={"opening-first": {"due_amount": 9}})


def test_the_release_screen_says_what_changes_and_releases_it(as_editor):
    draft("opening", summary="Other words")
    page = as_editor.get(address("release")).content.decode()
    assert "Release edition 2" in page
    assert "most important in opening (da)" in page
    assert "Other words" in page
    response = as_editor.post(address("release"), filled())
    assert response.url == address("one")
    assert PathwayEdition.objects.of("sample").first().number == 2
    assert_readers_see_what_is_in_force()


def test_a_deadline_is_told_in_its_field(as_editor):
    another_deadline()
    page = as_editor.get(address("release")).content.decode()
    assert "do opening-first (da)" in page
    before, after = re.findall(r"<(?:del|ins)[^>]*><span[^>]*>[^<]*</span>(\d+)</", page)
    assert (before, after) == ("2", "9")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "More than words changes"),
        ({"force": "practice", "change_note": ""}, "Say what changes"),
        ({"force": "practice", "change_note": "New"}, "approval"),
        ({"force": "other"}, "not one of the available choices"),
        ({"effective_on": "2026-02-31"}, "valid date"),
        ({"effective_on": "1899-01-01", "force": "practice", "change_note": "x"}, "before today"),
        ({"hash": "0" * 64}, "changed since you looked"),
        ({"pages": ["99999"]}, "not one of the available choices"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(as_editor, values, words):
    another_deadline()
    response = as_editor.post(address("release"), filled(**{"change_note": "Typed"} | values))
    assert response.status_code == 200
    page = response.content.decode()
    assert words in page
    assert values.get("change_note", "Typed") in page or "change_note" not in values
    assert PathwayEdition.objects.count() == 1


def test_a_personal_number_in_a_note_is_refused(as_editor):
    another_deadline()
    note = {"force": "practice", "change_note": "As with 010190-1234"}
    response = as_editor.post(address("release"), filled(**note, emergency_reason="x"))
    assert response.status_code == 200
    assert PathwayEdition.objects.count() == 1


def test_one_click_releases_a_typo(as_editor):
    tab = Tab(as_editor, page_in("da", "opening"))
    tab.form["summary"] = "Spelled right"
    as_editor.post(tab.address, tab.form | {"action-release-words": "on"})
    edition = PathwayEdition.objects.of("sample").first()
    assert (edition.number, edition.force) == (2, "editorial")
    assert page_in("da", "opening").summary == "Spelled right"


def test_one_click_releases_no_deadline(as_editor):
    tab = Tab(as_editor, page_in("da", "opening"))
    tab.form["items-0-due_amount"] = "9"
    response = as_editor.post(tab.address, tab.form | {"action-release-words": "on"}, follow=True)
    assert "More than words changes" in response.content.decode()
    assert PathwayEdition.objects.count() == 1
    latest = page_in("da", "opening").get_latest_revision_as_object()
    assert latest.items.all()[0].due_amount == 9, "the draft is kept"


def test_editor_and_reviewer_go_through_a_proposal(as_editor, client, editor):
    reviewer = a_reviewer()
    another_deadline(editor)
    values = {"force": "practice", "change_note": "Nine days", "propose": ""}
    data = {name: value for name, value in filled(**values).items() if name != "release"}
    response = as_editor.post(address("release"), data)
    proposal = EditionProposal.objects.get()
    here = address("proposal", proposal.pk)
    assert response.url == here
    as_editor.post(here, {"approve": "", "hash": proposal.hash})
    proposal.refresh_from_db()
    assert proposal.approved_by is None
    client.force_login(reviewer)
    assert "waits for your approval" in client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Nine days" in client.get(here).content.decode()
    client.post(here, {"release": "", "hash": proposal.hash})
    assert PathwayEdition.objects.count() == 1
    client.post(here, {"approve": "", "hash": proposal.hash})
    proposal.refresh_from_db()
    assert proposal.approved_by == reviewer
    client.force_login(editor)
    assert "Release edition 2" in client.get(here).content.decode()
    client.post(here, {"release": "", "hash": proposal.hash})
    assert_readers_see_what_is_in_force()
    assert PathwayEdition.objects.of("sample").first().approved_by == reviewer


def test_a_void_proposal_says_so(as_editor, client, editor):
    another_deadline(editor)
    proposal = proposed(editor)
    approved(proposal, a_reviewer())
    draft("opening", user=editor, summary="More")
    here = address("proposal", proposal.pk)
    page = client.get(here).content.decode()
    assert "Void: a word has changed" in page
    assert 'name="release"' not in page
    client.post(here, {"release": "", "hash": proposal.hash})
    assert PathwayEdition.objects.count() == 1


def test_withdrawing_asks_why(as_editor, first):
    here = address("withdraw", first.pk)
    assert "This field is required" in as_editor.post(here, {"reason": ""}).content.decode()
    as_editor.post(here, {"reason": "No longer offered"})
    assert EditionWithdrawal.objects.get().reason == "No longer offered"
    assert "No longer offered" in as_editor.get(address("one")).content.decode()


def test_restoring_leads_to_the_release_screen(as_editor, first):
    draft("opening", summary="Other")
    as_editor.post(address("release"), filled())
    response = as_editor.post(address("restore", first.pk), follow=True)
    assert "most important in opening (da)" in response.content.decode()
    as_editor.post(address("release"), filled())
    latest = PathwayEdition.objects.of("sample").first()
    assert (latest.number, latest.restored_from, latest.hash) == (3, 1, first.hash)


def test_discarding_asks_first(as_editor):
    draft("opening", summary="Half")
    assert "opening (da)" in as_editor.get(address("discard")).content.decode()
    as_editor.post(address("discard"))
    assert Plan(the_pathway()).is_empty


def test_the_order_of_steps_is_a_draft_too(as_editor):
    def places(first, second, **values):
        steps = page_in("da", "opening"), page_in("da", "ending")
        phase = steps[0].get_parent()
        numbers = zip((phase, *steps), (1, first, second), strict=True)
        data = {f"page-{page.pk}-place": number for page, number in numbers}
        return data | {f"page-{step.pk}-phase": "middle" for step in steps} | values

    assert as_editor.get(address("order")).status_code == 200
    wrong = as_editor.post(address("order"), places(0, 2))
    assert "greater than or equal to 1" in wrong.content.decode()
    as_editor.post(address("order"), places(3, 2))
    assert [node.key for node in Plan(the_pathway()).document.pages()][2:] == ["ending", "opening"]
    assert page_in("da", "opening").path < page_in("da", "ending").path
    out = {f"page-{page_in('da', 'ending').pk}-out": "on"}
    as_editor.post(address("order"), places(2, 3, **out))
    values = {"force": "practice", "change_note": "One step less", "emergency_reason": "Now"}
    as_editor.post(address("release"), filled(**values))
    assert not page_in("da", "ending").live
    assert_readers_see_what_is_in_force()


def test_what_waits_for_its_date_is_locked(as_editor):
    draft("opening", summary="Later")
    tab = Tab(as_editor, page_in("da", "opening"))
    tomorrow = timezone.localdate() + timedelta(days=1)
    as_editor.post(address("release"), filled(effective_on=tomorrow.isoformat()))
    assert PathwayEdition.objects.waiting().count() == 1
    assert "holds this page as it is" in as_editor.get(tab.address).content.decode()
    before = page_in("da", "opening").latest_revision_id
    tab.form["summary"] = "Past the lock"
    as_editor.post(tab.address, tab.form)
    assert not tab.autosave()["success"]
    assert page_in("da", "opening").latest_revision_id == before
    assert "waits for" in as_editor.get(address("one")).content.decode()


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_others_are_refused_whatever_they_post(client, first, role, django_user_model):
    if role == "reviewer":
        user = a_reviewer()
    else:
        user = django_user_model.objects.create_user("reader@example.org", "said-to-nobody")
    draft("opening", summary="Other")
    client.force_login(user)
    for name in ("release", "discard"):
        assert client.post(address(name), filled()).status_code in (302, 403)
    for name in ("withdraw", "restore"):
        answer = client.post(address(name, first.pk), {"reason": "x"})
        assert answer.status_code in (302, 403)
    assert PathwayEdition.objects.count() == 1
    assert not EditionWithdrawal.objects.exists()
    assert not Plan(the_pathway()).is_empty


def test_the_list_asks_no_more_for_more_editions(as_editor, django_assert_max_num_queries):
    for number in range(4):
        draft("opening", summary=f"Words {number}")
        as_editor.post(address("release"), filled())
    as_editor.get(address("one"))
    with django_assert_max_num_queries(45):
        as_editor.get(address("one"))

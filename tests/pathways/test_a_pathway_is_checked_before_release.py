"""Each check finds what it is for, and nothing in a pathway that is in order."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from pathways.checks import Level, World, check
from pathways.checks.live import check_pathway, source_pathway_of
from pathways.document.nodes import Branch, Consent, Due, Phase, UsedConsent, UsedMilestone
from pathways.editions.release import ReleaseRefused
from pathways.models import ChecklistItem, MilestoneKind, PathwayEdition, PathwayPage, StepPage
from tests.pathways.releasing import draft, released
from tests.pathways.samples import a_pathway, a_step, an_item, said, text_block

LISTENING = World(live=frozenset({"method:listening"}))


def opening(**values):
    return replace(a_step("opening", an_item("start", records="started")), **values)


def after(amount, unit="working_day", anchor="started", **rule):
    return Due(amount=amount, unit=unit, anchor=anchor, **rule)


def with_pathway(*steps, **values):
    document = a_pathway(*steps)
    return replace(document, pathways=(replace(document.pathways[0], **values),))


def found(document, world=LISTENING):
    return [(f.level.value, f.check, f.place) for f in check(document, world)]


def test_a_pathway_in_order_has_no_findings():
    assert found(a_pathway()) == []


EMPTY = {"body": (), "items": ()}
MEETING = (UsedMilestone(key="m", milestone="meeting"), UsedMilestone(key="s", milestone="started"))


@pytest.mark.parametrize(
    ("document", "level", "name", "place"),
    [
        (
            a_pathway(opening(**EMPTY)),
            "error",
            "empty_pages",
            ("step:opening",),
        ),
        (a_pathway(opening(summary={})), "warning", "empty_pages", ("step:opening",)),
        (with_pathway(phases=()), "error", "empty_pages", ("pathway:sample",)),
        (
            with_pathway(
                phases=(Phase(key="bare", title=said("bare"), slug={"da": "b"}),),
                steps=(opening(),),
            ),
            "warning",
            "empty_pages",
            ("phase:bare",),
        ),
        (
            a_pathway(opening(), a_step("ending", an_item("start", records="started"))),
            "error",
            "doubled_keys",
            ("step:ending", "items", "start"),
        ),
        (
            a_pathway(a_step("opening", an_item("late", due=after(5, anchor="")))),
            "error",
            "deadlines_without_anchor",
            ("step:opening", "items", "late"),
        ),
        (
            a_pathway(opening(), a_step("ending", an_item("late", due=after(5, anchor="moon")))),
            "warning",
            "deadlines_without_anchor",
            ("step:ending", "items", "late"),
        ),
        (
            a_pathway(opening(), a_step("ending", an_item("late", due=after(5, nth=5)))),
            "error",
            "deadlines_without_anchor",
            ("step:ending", "items", "late"),
        ),
        *[
            (
                a_pathway(opening(), a_step("ending", an_item("late", due=after(amount)))),
                "warning",
                "deadlines_of_odd_length",
                ("step:ending", "items", "late"),
            )
            for amount in (0, 10_000)
        ],
        (
            a_pathway(a_step("opening", an_item("late", due=after(5)))),
            "warning",
            "unrecorded_milestones",
            ("pathway:sample", "milestones", "started"),
        ),
        (
            a_pathway(opening(branches=(Branch(key="x", condition=said("no")),))),
            "error",
            "dead_branches",
            ("step:opening", "branches", "x"),
        ),
        (
            a_pathway(opening(branches=(Branch(key="x", kind="step", condition=said("no")),))),
            "error",
            "dead_branches",
            ("step:opening", "branches", "x"),
        ),
        (
            with_pathway(opening(), consents=(UsedConsent(key="share", consent="share"),)),
            "warning",
            "unused_consents",
            ("pathway:sample", "consents", "share"),
        ),
        (
            a_pathway(a_step("opening", an_item("ask", consent="share", records="started"))),
            "warning",
            "unused_consents",
            ("step:opening", "items", "ask"),
        ),
        (
            a_pathway(a_step("opening", an_item("read", guidance="method:gone"))),
            "error",
            "unpublished_links",
            ("step:opening", "items", "read"),
        ),
        (
            a_pathway(opening(summary=said("Kun til internt brug"))),
            "error",
            "staff_only_content",
            ("step:opening", "summary"),
        ),
        (
            a_pathway(opening(body=(text_block("t", "TODO ask the lawyer"),))),
            "error",
            "staff_only_content",
            ("step:opening", "body"),
        ),
        (
            a_pathway(opening(summary=said("See http://intranet/forms"))),
            "warning",
            "staff_only_content",
            ("step:opening", "summary"),
        ),
        (
            a_pathway(opening(summary=said("Write to kari.hansen@example.org"))),
            "warning",
            "staff_only_content",
            ("step:opening", "summary"),
        ),
    ],
)
def test_what_is_wrong_is_found_at_its_place(document, level, name, place):
    assert (level, name, place) in found(document)


def meeting_within(limit, agenda):
    """A meeting with a limit, recorded where it is held, and an agenda that closes before it."""
    return with_pathway(
        opening(),
        a_step("calling", an_item("agenda", due=agenda)),
        a_step("meeting", an_item("hold", due=limit, records="meeting")),
        milestones=MEETING,
    )


class TestSchedules:
    place = ("step:meeting", "items", "hold")

    @pytest.mark.parametrize(
        ("limit", "agenda", "level"),
        [
            # The trap of the source: 5 working days are 7 days, less 4 leaves 3.
            (after(5), after(4, "calendar_day", "meeting", direction="before"), "warning"),
            (after(3), after(4, "calendar_day", "meeting", direction="before"), "error"),
            (after(1, "week"), after(5, anchor="meeting", direction="before"), "error"),
            (after(14), after(4, "calendar_day", "meeting", direction="before"), None),
            (after(5), after(24, "hour", "meeting", direction="before"), None),
        ],
    )
    def test_time_must_be_left_before_a_meeting(self, limit, agenda, level):
        levels = {f[0] for f in found(meeting_within(limit, agenda)) if f[2] == self.place}
        assert levels == ({level} if level else set())

    def test_the_days_are_said(self):
        agenda = after(4, "calendar_day", "meeting", direction="before")
        [finding] = check(meeting_within(after(5), agenda), LISTENING)
        assert "3 days are left for “do agenda (da)” (calling (da))" in finding.message
        assert finding.where == "meeting (da): do hold (da)"


class TestTheWorld:
    def test_a_review_is_overdue_when_its_day_has_passed(self):
        document = a_pathway(opening(review_by="2026-05-05"))
        late = ("warning", "overdue_reviews", ("step:opening", "review_by"))
        assert late in found(document, World(today=date(2026, 5, 6)))
        assert late not in found(document, World(today=date(2026, 5, 5)))

    def test_an_item_of_the_edition_in_force_is_gone_but_not_one_that_moved(self):
        before = a_pathway(opening(), a_step("ending", an_item("a"), an_item("b")))
        moved = a_pathway(
            a_step("opening", an_item("start", records="started"), an_item("a")), a_step("ending")
        )
        gone = [f for f in check(moved, World(previous=before)) if f.check == "vanished_items"]
        assert ["“do b (da)”" in f.message for f in gone] == [True]
        assert gone[0].place == ("step:ending",)

    def test_a_restricted_pathway_may_say_what_only_staff_may_know(self):
        document = a_pathway(opening(summary=said("Staff only")))
        assert "staff_only_content" in [f[1] for f in found(document)]
        assert found(document, World(is_public=False)) == []

    def test_a_block_for_staff_may_say_so_too(self):
        block = text_block("t", "Staff only")
        everybody, staff = (
            a_pathway(opening(body=(replace(block, codes={"audience": reader}),)))
            for reader in ("everybody", "staff")
        )
        assert "staff_only_content" in [f[1] for f in found(everybody)]
        assert found(staff) == []

    def test_where_nobody_knows_what_is_published_links_are_not_judged(self):
        document = a_pathway(opening(body=(), items=(an_item("r", guidance="method:gone"),)))
        assert [f.check for f in check(document)] == []


def test_a_consent_that_is_not_needed_is_not_asked_for():
    document = with_pathway(opening(), consents=(UsedConsent(key="x", consent="inside"),))
    inside = Consent(slug="inside", name=said("Inside"), form="not_needed")
    assert found(replace(document, consents=(inside,))) == []


@pytest.mark.django_db
class TestPages:
    def pathway(self):
        return PathwayPage.objects.get(key="sample", locale__language_code="da")

    def step(self, language="da"):
        return StepPage.objects.get(key="opening", locale__language_code=language)

    def test_drafts_are_checked_as_if_they_were_published(self, sample):
        step = self.step()
        assert check_pathway(self.pathway()) == []
        step.summary = ""
        step.save_revision()
        assert [f.check for f in check_pathway(self.pathway())] == ["empty_pages"]

    def test_an_error_refuses_the_release_and_a_warning_does_not(self, sample, editor):
        before = PathwayEdition.objects.count()
        draft("opening", editor, items={"opening-first": {"due_anchor": None}})
        with pytest.raises(ReleaseRefused, match="does not say which milestone"):
            released(editor)
        assert PathwayEdition.objects.count() == before
        started = MilestoneKind.objects.get(slug="started", locale__language_code="da")
        values = {"due_anchor": started, "due_amount": 0}
        draft("opening", editor, items={"opening-first": values})
        assert "deadlines_of_odd_length" in [f.check for f in check_pathway(self.pathway())]
        released(editor)
        assert PathwayEdition.objects.count() == before + 1

    def test_a_translation_belongs_to_the_pathway_of_its_source(self, sample):
        assert source_pathway_of(self.step("en")) == self.pathway()

    def test_the_editor_sees_them_beside_the_form_with_the_way_to_each(
        self, sample, editor, client
    ):
        client.force_login(editor)
        step = self.step()
        ChecklistItem.objects.filter(page=step, key="opening-first").update(due_anchor=None)
        page = client.get(reverse("wagtailadmin_pages:edit", args=[step.pk])).content.decode()
        assert "The deadline does not say which milestone it counts from." in page
        assert "#inline_child_items-0" in page
        assert reverse("pathways_checks", args=[self.pathway().pk]) in page

    def test_all_of_a_pathway_stand_on_one_page_for_editors_only(self, sample, editor, client):
        address = reverse("pathways_checks", args=[self.pathway().pk])
        assert client.get(address).status_code == 302
        client.force_login(editor)
        assert "find nothing to put right" in client.get(address).content.decode()
        draft = self.step()
        draft.summary = ""
        draft.save_revision()
        page = client.get(address).content.decode()
        assert "The step lacks its most important sentence." in page
        assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in page


@pytest.mark.django_db
def test_the_demo_has_no_errors(demo):
    for pathway in PathwayPage.objects.live():
        if source_pathway_of(pathway) == pathway:
            found = check_pathway(pathway)
            assert [f for f in found if f.level == Level.ERROR] == [], pathway


@pytest.mark.django_db
def test_the_trap_of_the_source_is_seen(demo):
    pathway = PathwayPage.objects.get(key="outreach-casework", locale__language_code="da")
    [finding] = [f for f in check_pathway(pathway) if f.check == "impossible_schedules"]
    assert finding.place == ("step:coordinating-meeting", "items", "hold-if-relevant")

"""The editor's home: checks, reviews, drafts, translations and answers, in short and in full."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail_localize.models import StringTranslation

from accounts.roles import Role
from pathways.admin.home import lists
from pathways.models import ChecklistItem, PathwayPage, StepFeedback, StepPage
from tests.accounts.people import make_person
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(sample):
    return page_in("da", "opening", StepPage)


def titles(rows):
    return [row.title for row in rows]


def test_where_nothing_waits_each_list_says_so(sample, editor, client):
    client.force_login(editor)
    for address in (reverse("wagtailadmin_home"), reverse("pathways_work")):
        page = client.get(address).content.decode()
        for words in (
            "The checks find nothing to put right.",
            "No page is due to be checked again within a month.",
            "Everything that was changed is published.",
            "All translations are up to date.",
        ):
            assert words in page


def test_a_draft_is_named_until_it_is_published(step, editor):
    step.title = "Another title"
    step.save_revision(user=editor)
    assert titles(lists.drafts(editor)) == ["Another title"]
    assert lists.drafts(make_person(Role.READER)) == []


def test_reviews_are_named_a_month_before_and_urgent_after(step, editor):
    today = localdate()
    for days, urgent in ((-1, [True]), (30, [False]), (31, [])):
        StepPage.objects.filter(pk=step.pk).update(review_by=today + timedelta(days=days))
        assert [row.urgent for row in lists.due_for_review(editor)] == urgent


def test_a_pathway_that_must_be_put_right_is_urgent(step, editor):
    ChecklistItem.objects.filter(page=step, key="opening-first").update(due_anchor=None)
    [row] = lists.failing_checks(editor)
    assert (row.title, row.detail, row.urgent) == ("sample (da)", "1 must be put right", True)


def test_a_translation_behind_names_the_texts_that_are_new(step, editor):
    step.summary = "Noget nyt"
    step.save_revision(user=editor).publish()
    [row] = lists.behind_their_source(editor)
    assert row.title == "opening (en) (English)"
    assert row.detail == "1 text is missing: “Noget nyt”"
    assert str(page_in("en", "opening", StepPage).pk) in row.url


def test_answers_of_readers_wait_until_somebody_has_looked(step, editor):
    StepFeedback.objects.create(step=step, title=step.title, clear=True)
    unclear = StepFeedback.objects.create(step=step, title=step.title, clear=False, text="Who?")
    assert [row.detail for row in lists.answers(editor)] == ["Who?", "was clear"]
    unclear.seen = True
    unclear.save()
    assert [row.detail for row in lists.answers(editor)] == ["was clear"]


def test_only_the_first_few_stand_on_the_dashboard(step, editor, client):
    for number in range(7):
        StepFeedback.objects.create(step=step, title=f"Step {number}", clear=False)
    client.force_login(editor)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert page.count("was not clear") == 5
    assert "2 more" in page
    assert client.get(reverse("pathways_work")).content.decode().count("was not clear") == 7


def test_who_has_no_say_over_pages_sees_none_of_it(sample, client):
    client.force_login(make_person(Role.PRIVACY_OFFICER))
    assert "Drafts that" not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(reverse("pathways_work")).status_code == 302


def test_the_lists_ask_as_little_for_many_pages_as_for_few(
    step, editor, django_assert_max_num_queries
):
    StringTranslation.objects.all().delete()
    StepPage.objects.update(review_by=localdate(), has_unpublished_changes=True)
    with django_assert_max_num_queries(60):
        for rows in (lists.drafts, lists.due_for_review, lists.behind_their_source, lists.answers):
            rows(editor)


class TestReports:
    @pytest.fixture(autouse=True)
    def _editor(self, sample, editor, client):
        client.force_login(editor)
        call_command("rebuild_references_index", verbosity=0)  # which a job does elsewhere

    def read(self, client, name, query=""):
        response = client.get(reverse(name) + query)
        assert response.status_code == 200
        return response.content.decode()

    def test_where_a_method_a_role_and_a_term_are_used(self, client):
        page = self.read(client, "pathways_uses")
        for words in ("listening (da)", "Worker (da)", "Contact (da)", "opening (da) (da)"):
            assert words in page
        page = self.read(client, "pathways_uses_results", "?kind=methodpage&name=listening")
        assert "listening (da)" in page
        assert "Worker (da)" not in page
        assert "listening" not in self.read(client, "pathways_uses_results", "?kind=role")

    def test_items_without_guidance(self, client, sample):
        page = self.read(client, "pathways_bare_items")
        assert "do opening-second (da)" in page
        assert "do opening-first" not in page
        assert "(en)" not in page
        pathway = page_in("da", "sample", PathwayPage).pk
        assert "opening-second" in self.read(client, "pathways_bare_items", f"?pathway={pathway}")

    @pytest.mark.parametrize("name", ["pathways_uses", "pathways_bare_items"])
    def test_a_report_can_be_taken_along(self, client, name):
        response = client.get(f"{reverse(name)}?export=csv")
        assert response.status_code == 200
        assert len(b"".join(response.streaming_content).splitlines()) > 2

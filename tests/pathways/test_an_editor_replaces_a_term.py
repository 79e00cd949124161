"""A term is replaced everywhere at once, after a look at every place, and in drafts only."""

import pytest
from django.urls import reverse

from accounts.roles import Role
from pathways.models import StepPage
from pathways.replacing import Replacement, TooLong, pages_with, replace_in_drafts
from tests.accounts.people import make_person
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("term", "by", "settings", "text", "expected"),
    [
        ("sag", "case", {}, "En sag, Sag og sagsbehandler", "En case, Case og sagsbehandler"),
        ("sag", "case", {"whole_words": False}, "sagsbehandler", "casesbehandler"),
        ("sag", "case", {"match_case": True}, "Sag og sag", "Sag og case"),
        ("C++ (x)", "y", {}, "in C++ (x).", "in y."),
        ("møde", "samtale", {}, "Mødet: et møde", "Mødet: et samtale"),
        ("a", r"\1", {}, "a b", r"\1 b"),
    ],
)
def test_in_plain_text(term, by, settings, text, expected):
    assert Replacement(term, by, **settings).in_text(text) == expected


def test_in_rich_text_only_between_tags():
    html = '<p>A <a linktype="page" id="3">page</a> &amp; a page</p>'
    after = Replacement("page", "sheet").in_html(html)
    assert after == '<p>A <a linktype="page" id="3">sheet</a> &amp; a sheet</p>'
    assert Replacement("A & B", "C<D").in_html("<p>A &amp; B</p>") == "<p>C&lt;D</p>"


class TestPages:
    @pytest.fixture(autouse=True)
    def _sample(self, sample):
        self.step = page_in("da", "opening", StepPage)

    def replace(self, user, term="opening", by="beginning"):
        replacement = Replacement(term, by)
        ids = {one.page.pk for one in pages_with(replacement, user, "da")}
        return replace_in_drafts(replacement=replacement, page_ids=ids, user=user, language="da")

    def test_titles_rows_and_streams_change_in_the_draft_and_nothing_live(self, editor):
        assert [page.pk for page in self.replace(editor)] == [self.step.pk]
        draft = page_in("da", "opening", StepPage).get_latest_revision_as_object()
        assert draft.title == "beginning (da)"
        assert draft.summary == "most important in beginning (da)"
        assert "beginning again, da" in str(draft.body)
        live = StepPage.objects.get(pk=self.step.pk)
        assert (live.title, live.has_unpublished_changes) == ("opening (da)", True)
        assert (draft.key, draft.slug) == (self.step.key, self.step.slug)
        keys = [row.key for row in draft.items.all()]
        assert keys == [row.key for row in self.step.items.all()]
        draft.save_revision().publish()
        assert StepPage.objects.get(pk=self.step.pk).items.first().key == keys[0]

    def test_what_is_too_long_stops_all_of_it(self, editor):
        with pytest.raises(TooLong):
            self.replace(editor, "do", "x" * 260)
        assert not StepPage.objects.filter(has_unpublished_changes=True).exists()

    def test_only_pages_that_may_be_changed(self):
        reader = make_person(Role.REVIEWER)
        found = pages_with(Replacement("opening", "x"), reader, "da")
        assert [one.may_change for one in found] == [False]
        assert self.replace(reader) == []

    def test_the_editor_sees_each_place_and_then_makes_drafts(self, editor, client):
        client.force_login(editor)
        address = reverse("pathways_replace")
        asked = {"term": "opening", "by": "beginning", "language": "da", "whole_words": "on"}
        page = client.get(address, asked).content.decode()
        assert "<del>opening</del> <ins>beginning</ins> (da)" in page
        assert not StepPage.objects.filter(has_unpublished_changes=True).exists()
        answer = client.post(address, {**asked, "page": self.step.pk}, follow=True)
        assert "Replaced in the draft of 1 page." in answer.content.decode()
        assert StepPage.objects.get(pk=self.step.pk).has_unpublished_changes
        answer = client.post(address, asked, follow=True)
        assert "choose at least one page" in answer.content.decode()

    def test_what_is_too_long_is_said_beside_the_field(self, editor, client):
        client.force_login(editor)
        long = "x" * 100
        self.step.items.update(text="do " * 70)
        asked = {"term": "do", "by": long, "language": "da", "page": self.step.pk}
        page = client.post(reverse("pathways_replace"), asked).content.decode()
        assert "In “opening (da)” this would be too long" in page
        assert f'value="{long}"' in page

    @pytest.mark.parametrize(
        ("asked", "message"),
        [
            ({"term": "", "by": "x"}, "This field is required."),
            ({"term": "x", "by": "y"}, "at least 2 characters"),
            ({"term": "step", "by": "step"}, "That is the same."),
            ({"term": "do", "by": "x" * 101}, "at most 100 characters"),
            ({"term": "born", "by": "010190-1234"}, "personal number"),
            ({"term": "nowhere", "by": "y"}, "The term stands in no text"),
        ],
    )
    def test_wrong_input_is_said(self, editor, client, asked, message):
        client.force_login(editor)
        page = client.get(reverse("pathways_replace"), {"language": "da", **asked})
        assert message in page.content.decode()

    def test_a_reviewer_may_not(self, client):
        client.force_login(make_person(Role.REVIEWER))
        assert client.post(reverse("pathways_replace"), {"term": "x"}).status_code == 302


def test_a_copied_step_has_new_keys_and_the_same_texts(sample, editor, client):
    step = page_in("da", "opening", StepPage)
    client.force_login(editor)
    client.post(
        reverse("wagtailadmin_pages:copy", args=[step.pk]),
        {
            "new_title": "Second opening",
            "new_slug": "second-opening",
            "new_parent_page": step.get_parent().pk,
            "copy_subpages": "",
            "publish_copies": "",
            "alias": "",
        },
    )
    copy = StepPage.objects.get(slug="second-opening")
    draft = copy.get_latest_revision_as_object()
    for name in ("items", "branches", "roles", "terms"):
        before = [row.key for row in getattr(step, name).all()]
        for rows in (getattr(copy, name).all(), getattr(draft, name).all()):
            after = [row.key for row in rows]
            assert len(after) == len(before)
            assert not set(after) & set(before)
        assert [r.key for r in getattr(copy, name).all()] == [
            r.key for r in getattr(draft, name).all()
        ]
    assert [row.text for row in draft.items.all()] == [row.text for row in step.items.all()]
    assert copy.key != step.key

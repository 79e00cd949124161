"""What stands on the search page: snippets, places, facets, other languages, what helps."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate
from wagtail.contrib.search_promotions.models import Query as Promoted
from wagtail.models import Page

from accounts.roles import Role
from pathways.models import DocumentTemplatePage, StepPage
from search.models import Asked, Synonym
from tests.accounts.people import make_person


def ask(client, text, language="da", **extra):
    with translation.override(language):
        address = reverse("search:search")
    return client.get(address, {"q": text, **extra})


def titles(response):
    return [result.title for result in response.context["results"]]


@pytest.mark.django_db
class TestResults:
    def test_the_words_are_marked_where_they_stand(self, demo, client):
        first = ask(client, "koordinerende møder").context["results"][0]
        assert "<mark>" in first.marked_title + first.snippet

    def test_a_step_says_in_which_pathway_and_phase_it_stands(self, demo, client):
        step = StepPage.objects.filter(locale__language_code="da", depth=6).first()
        found = {r.id: r for r in ask(client, step.title).context["results"]}
        parent = step.get_parent()
        assert found[step.pk].where == [parent.get_parent().title, parent.title]

    def test_a_line_of_a_checklist_is_found_and_lands_on_itself(self, demo, client):
        step = StepPage.objects.filter(locale__language_code="da", items__isnull=False).first()
        item = step.items.first()
        found = {r.id: r for r in ask(client, item.text).context["results"]}
        anchors = [line.anchor for line in found[step.pk].inside]
        assert f"item-{item.key}" in anchors
        assert f'id="item-{item.key}"' in client.get(step.url).text

    def test_a_field_of_a_form_is_found_and_lands_on_itself(self, demo, client):
        page = DocumentTemplatePage.objects.filter(locale__language_code="da").first()
        fields = [field for section in page.sections for field in section.value["fields"]]
        field = next(field for field in fields if field.value.get("label"))
        label = field.value["label"]
        found = {r.id: r for r in ask(client, label).context["results"]}
        assert f"field-{field.id}" in [line.anchor for line in found[page.pk].inside]
        assert f'id="field-{field.id}"' in client.get(page.url).text

    def test_results_are_narrowed_down_and_counted(self, demo, client):
        everything = ask(client, "møde borger")
        kinds = next(f for f in everything.context["facets"] if f.name == "type")
        for choice in kinds.choices:
            narrowed = client.get(reverse_in("da") + choice.url)
            assert narrowed.context["page_obj"].paginator.count == choice.count
            again = next(f for f in narrowed.context["facets"] if f.name == "type")
            assert [c.count for c in again.choices if c.chosen] == [choice.count]

    def test_an_unknown_facet_finds_nothing_and_offers_the_way_back(self, demo, client):
        response = ask(client, "møde", type="nonsense")
        assert titles(response) == []
        assert response.context["query"].without_filters in response.text.replace("&amp;", "&")

    def test_other_languages_are_named_with_their_counts(self, demo, client):
        response = ask(client, "plan")
        choice = response.context["other_languages"][0]
        there = client.get(reverse_in("da") + choice.url)
        assert there.context["page_obj"].paginator.count == choice.count
        assert {result.lang for result in there.context["results"]} == {choice.lang}

    def test_pages_are_ordered_by_title_or_by_date(self, demo, client):
        by_title = titles(ask(client, "møde", sort="title"))
        assert by_title == sorted(by_title)
        newest = ask(client, "møde", sort="newest").context["results"]
        days = [Page.objects.get(pk=result.id).last_published_at for result in newest]
        assert days == sorted(days, reverse=True)

    def test_a_slip_is_corrected(self, demo, client):
        response = ask(client, "kontatk")
        assert response.context["correction"]["words"] == "kontakt"

    def test_synonyms_of_editors_lead_on(self, demo, client):
        assert titles(ask(client, "konference")) == []
        Synonym.objects.create(language="da", words="konference\nmøde")
        assert titles(ask(client, "konferencer"))[:1] == titles(ask(client, "møde"))[:1]

    def test_a_word_of_another_language_finds_by_the_term_base(self, demo, client):
        assert titles(ask(client, "suostumus", language="da")) == titles(
            ask(client, "samtykke", language="da")
        )

    def test_what_editors_recommend_comes_first(self, demo, client):
        page = StepPage.objects.filter(locale__language_code="da").first()
        promoted = Promoted.objects.create(query_string="frokost")
        promoted.editors_picks.create(page=page, description="Spis sammen.")
        response = ask(client, "frokoster")
        assert [p.title for p in response.context["promotions"]] == [page.title]
        assert "Spis sammen." in response.text

    def test_nothing_found_helps_on(self, demo, client):
        html = ask(client, "xqzt").text
        assert reverse_in("da", "pathways:glossary") in html
        assert html.count("<li>") > 5, "the lists are named"

    def test_small_words_alone_are_answered_with_a_hint(self, demo, client):
        assert ask(client, "og det").context["is_small"]

    def test_suggestions_go_on_from_what_is_typed(self, demo, client):
        step = StepPage.objects.filter(locale__language_code="da").first()
        with translation.override("da"):
            address = reverse("search:suggest")
        suggested = client.get(address, {"q": step.title[:4]}).json()["suggestions"]
        assert step.title in suggested
        assert client.get(address, {"q": "\0"}).json() == {"suggestions": []}

    def test_the_page_costs_the_same_for_two_results_and_for_twenty(
        self, demo, client, django_assert_max_num_queries
    ):
        ask(client, "møde borger")  # content types and sites are remembered
        with django_assert_max_num_queries(26):
            assert len(titles(ask(client, "møde borger"))) > 5


def test_neither_a_page_nor_a_question_can_write_html(home, add, client):
    add(home, "Zebra <script>alert(1)</script>", slug="zebra")
    html = client.get(reverse("search:search"), {"q": "zebra <script>alert(2)</script>"}).text
    assert "<mark>Zebra</mark>" in html
    assert "<script>alert" not in html


def reverse_in(language, name="search:search"):
    with translation.override(language):
        return reverse(name)


@pytest.mark.django_db
class TestTheReport:
    def test_questions_are_counted_without_people_and_openings_too(self, demo, client):
        ask(client, "Møder!")
        ask(client, "møder")
        client.post(reverse_in("da", "search:opened"), {"q": "møder"})
        client.post(reverse_in("da", "search:opened"), {"q": "never asked"})
        (asked,) = Asked.objects.all()
        assert (asked.text, asked.times, asked.opened) == ("møder", 2, 1)
        assert asked.found > 0
        names = {field.name for field in Asked._meta.get_fields()}
        assert names == {"id", "day", "language", "text", "times", "found", "opened"}

    def test_what_may_be_a_personal_number_is_not_kept(self, demo, client):
        ask(client, "010190-1234 møde")
        ask(client, "0101901234")
        assert not Asked.objects.exists()

    def test_it_is_kept_for_a_set_time(self, demo, client, settings):
        old = localdate() - timedelta(days=settings.SEARCH_REPORT_DAYS + 1)
        Asked.objects.create(day=old, language="da", text="gammelt", times=1)
        ask(client, "møde")
        assert [asked.text for asked in Asked.objects.all()] == ["møde"]

    def test_editors_read_it_and_can_ask_what_found_nothing(self, demo, client):
        ask(client, "møde")
        ask(client, "xqzt")
        client.force_login(make_person(Role.EDITOR))
        html = client.get(reverse("searches"), {"nothing": "true"}).text
        assert "xqzt" in html
        assert "møde" not in html


@pytest.mark.django_db
def test_the_command_builds_the_index_anew(demo, client, capsys):
    before = titles(ask(client, "møde"))
    call_command("rebuild_search")
    assert "Search is built anew" in capsys.readouterr().out
    assert titles(ask(client, "møde")) == before

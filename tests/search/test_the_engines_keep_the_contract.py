"""What modelsearch documents for back ends, on every engine, with pages and glossary words."""

import pytest
from modelsearch.backends.base import FilterFieldError, OrderByFieldError, SearchFieldError
from modelsearch.query import MATCH_ALL, Boost, Not, Phrase, PlainText
from wagtail.models import Locale, Page

from home.models import HomePage, InformationPage
from pathways.models import GlossaryTerm


@pytest.fixture
def words(db):
    """Three words of the glossary in English."""
    locale = Locale.objects.get_or_create(language_code="en")[0]
    rows = [
        ("Meeting", "People sit down together and plan."),
        ("Plan", "What was agreed in a meeting."),
        ("Consent", "A yes that can be taken back."),
    ]
    return [
        GlossaryTerm.objects.create(name=n, description=d, slug=n.lower(), locale=locale)
        for n, d in rows
    ]


@pytest.fixture
def search(words, engine):
    """`search(query, …)`: names in order."""

    def names(query, queryset=None, **options):
        queryset = GlossaryTerm.objects.all() if queryset is None else queryset
        return [str(found) for found in engine.search(query, queryset, **options)]

    engine.refresh_indexes()
    return names


class TestContract:
    def test_a_word_finds_and_an_empty_one_does_not(self, search):
        assert search("consent") == ["Consent"]
        assert search("") == search("unheard") == []

    def test_all_words_or_any_of_them(self, search):
        assert search("consent meeting") == []
        assert sorted(search("consent meeting", operator="or")) == ["Consent", "Meeting", "Plan"]
        assert sorted(search("plan meeting", operator="and")) == ["Meeting", "Plan"]

    def test_a_name_counts_more_than_a_description(self, search):
        assert search("meeting") == ["Meeting", "Plan"]
        assert search("plan") == ["Plan", "Meeting"]

    def test_queries_are_joined_turned_round_and_boosted(self, search):
        meeting, consent = PlainText("meeting"), PlainText("consent")
        assert sorted(search(meeting | consent)) == ["Consent", "Meeting", "Plan"]
        assert search(meeting & PlainText("agreed")) == ["Plan"]
        assert search(meeting & ~PlainText("agreed")) == ["Meeting"]
        assert search(Not(meeting)) == ["Consent"]
        assert search(Boost(PlainText("agreed"), 100) | meeting)[0] == "Plan"
        assert search(Phrase("sit down together")) == ["Meeting"]
        assert len(search(MATCH_ALL)) == 3
        assert search(~MATCH_ALL) == []

    def test_only_in_some_fields(self, search):
        assert search("meeting", fields=["name"]) == ["Meeting"]
        assert search("meeting", fields=["description"]) == ["Plan"]
        assert search("meeting", fields=[]) == []
        with pytest.raises(SearchFieldError):
            search("meeting", fields=["slug"])

    def test_filters_are_those_of_the_queryset(self, search, words):
        english, finnish = words[0].locale, Locale.objects.get_or_create(language_code="fi")[0]
        assert search("meeting", GlossaryTerm.objects.filter(locale=english)) == ["Meeting", "Plan"]
        assert search("meeting", GlossaryTerm.objects.filter(locale=finnish)) == []
        assert search("meeting", GlossaryTerm.objects.none()) == []
        with pytest.raises(FilterFieldError):
            search("meeting", GlossaryTerm.objects.filter(slug="plan"))

    def test_the_order_is_relevance_or_that_of_the_queryset(self, home, add, engine):
        for title in ("Meeting b", "Meeting c", "Meeting a"):
            add(home, title)
        engine.refresh_indexes()
        pages = Page.objects.order_by("-title")
        found = engine.search("meeting", pages, order_by_relevance=False)
        assert [page.title for page in found] == ["Meeting c", "Meeting b", "Meeting a"]
        with pytest.raises(OrderByFieldError):
            engine.search("meeting", Page.objects.order_by("slug"), order_by_relevance=False)

    def test_slices_and_counts(self, search, engine, words):
        results = engine.search("meeting consent", GlossaryTerm.objects.all(), operator="or")
        assert results.count() == len(results) == 3
        assert [str(w) for w in results[1:3]] == [str(w) for w in list(results)[1:3]]
        assert results[0] == next(iter(results))
        assert results[1:].count() == 2
        assert list(results[5:9]) == []

    def test_scores(self, search, engine, words):
        found = engine.search("meeting", GlossaryTerm.objects.all()).annotate_score("points")
        points = [word.points for word in found]
        assert points == sorted(points, reverse=True)
        assert points[-1] > 0

    def test_facets(self, search, engine, words):
        results = engine.search("meeting", GlossaryTerm.objects.all())
        assert dict(results.facet("locale_id")) == {words[0].locale_id: 2}
        with pytest.raises(FilterFieldError):
            results.facet("name")

    def test_the_last_word_may_be_half_typed(self, search, engine, words):
        def completed(text, **options):
            return [
                str(w) for w in engine.autocomplete(text, GlossaryTerm.objects.all(), **options)
            ]

        assert completed("cons") == completed("c") == ["Consent"]
        assert completed("cons", fields=["name"]) == ["Consent"]
        assert completed("onsent") == completed("taken") == []

    def test_pages_are_found_as_what_they_are(self, home, add, engine):
        about = InformationPage(title="About meetings", slug="about", locale=home.locale)
        home.add_child(instance=about)
        add(home, "Meeting rooms")
        engine.refresh_indexes()
        assert {p.title for p in engine.search("meeting", Page)} == {
            "About meetings",
            "Meeting rooms",
        }
        assert [p.title for p in engine.search("meeting", InformationPage)] == ["About meetings"]
        specific = engine.search("about", Page.objects.specific())
        assert [type(page) for page in specific] == [InformationPage]
        assert list(engine.search("meeting", HomePage)) == []

    def test_what_changes_is_found_by_its_new_words_and_what_goes_by_none(
        self, search, engine, words
    ):
        words[0].name = "Gathering"
        words[0].save()
        engine.refresh_indexes()
        assert search("gathering") == ["Gathering"]
        assert search("meeting") == ["Plan"]
        words[0].delete()
        engine.refresh_indexes()
        assert search("gathering") == []

    def test_a_page_that_goes_takes_those_below_it_along(self, home, add, engine):
        above = add(home, "Meetings")
        add(above, "Meeting room")
        engine.refresh_indexes()
        Page.objects.get(pk=above.pk).delete()
        engine.refresh_indexes()
        assert list(engine.search("meeting", Page)) == []

    def test_built_anew_it_is_as_before_and_what_was_lost_is_back(self, search, engine, words):
        before = search("meeting")
        index = engine.get_index_for_model(GlossaryTerm)
        rebuilder = engine.rebuilder_class(index)
        target = rebuilder.start()
        assert search("meeting") == before, "the old index answers until the new one is whole"
        target.add_items(GlossaryTerm, GlossaryTerm.objects.all())
        words[2].name = "Agreement"
        words[2].save()  # meanwhile
        rebuilder.finish()
        engine.refresh_indexes()
        assert search("meeting") == before
        assert search("agreement") == ["Agreement"]
        engine.reset_indexes()
        assert search("meeting") == []

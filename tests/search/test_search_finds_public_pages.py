from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction


def found(client, text, language="en", **extra):
    with translation.override(language):
        address = reverse("search:search")
    response = client.get(address, {"q": text, **extra})
    return [result.title for result in response.context["results"]]


def test_a_word_of_the_title_finds_the_page(client, home, add):
    add(home, "Network meeting")
    assert found(client, "network") == ["Network meeting"]


def test_pages_with_every_word_come_first(client, home, add):
    add(home, "Network meeting")
    add(home, "Network map")
    assert found(client, "network map") == ["Network map", "Network meeting"]


def test_unpublished_and_restricted_pages_are_not_found(client, home, add):
    add(home, "Network draft", live=False)
    restricted = add(home, "Network staff")
    PageViewRestriction.objects.create(page=restricted, restriction_type="login")
    add(restricted, "Network below staff")
    assert found(client, "network") == []


def test_pages_in_another_language_are_not_found(client, home, add):
    danish = Locale.objects.get_or_create(language_code="da")[0]
    add(home, "Network meeting")
    home.copy_for_translation(danish)
    assert found(client, "network", language="da") == []


def test_twenty_results_a_page_and_the_way_to_the_next(client, home, add):
    for number in range(23):
        add(home, f"Network {number}", slug=f"network-{number}")
    first, second = found(client, "network"), found(client, "network", page=2)
    assert (len(first), len(second)) == (20, 3)
    assert not set(first) & set(second)


def test_the_list_costs_the_same_for_two_results_and_for_twenty(
    client, home, add, django_assert_max_num_queries
):
    for number in range(20):
        add(home, f"Network {number}", slug=f"network-{number}")
    with django_assert_max_num_queries(26):
        found(client, "network")

"""Every edition has an address, says how it stands, and is as closed as its pathway."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from accounts.roles import Role
from pathways.archive.standing import standings
from pathways.document.pathway import pathway_document
from pathways.models import EditionWithdrawal, PathwayPage
from tests.accounts.people import make_person
from tests.pathways.editions import an_edition, changed
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db
EDITIONS = "/en/editions/sample/"


def days(number):
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def document(sample):
    return pathway_document(page_in("da", "sample", PathwayPage))


@pytest.fixture
def editions(document):
    """One that was, one in force, one withdrawn, one to come; each has words of its own."""

    def said(number):
        def change(pages):
            pages["opening"]["title"] |= {"da": f"trin {number}", "en": f"step {number}"}

        return changed(document, change)

    an_edition(said(1), 1, effective_on=days(-20))
    an_edition(said(2), 2, effective_on=days(-10), force="practice", change_note="Sooner")
    withdrawn = an_edition(said(3), 3, effective_on=days(-5))
    EditionWithdrawal.objects.create(edition=withdrawn, reason="A step was missing")
    an_edition(said(4), 4, effective_on=days(30))


def test_each_says_how_it_stands(editions):
    known = standings("sample")
    assert [(e.number, str(e.state)) for e in known.all] == [
        (4, "coming"),
        (3, "withdrawn"),
        (2, "in_force"),
        (1, "replaced"),
    ]
    assert (known.of(1).since, known.of(1).until, known.of(1).replaced_by) == (
        days(-20),
        days(-10),
        2,
    )
    assert known.of(2).until == days(30)
    assert known.in_force.number == 2
    assert known.before(4).number == 2


def test_one_that_was_overtaken_never_counted(document):
    an_edition(document, 1, effective_on=days(20))
    an_edition(document, 2, effective_on=days(10))
    assert [str(e.state) for e in standings("sample").all] == ["coming", "passed_over"]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_its_pages_are_read_at_their_own_address(editions, client, number):
    html = client.get(f"{EDITIONS}{number}/step/opening/").content.decode()
    assert f"<h1>step {number}</h1>" in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'href="{EDITIONS}{number}/step/ending/"' in html
    assert f"Edition {number}" in html
    assert f"step {number}" in client.get(f"{EDITIONS}{number}/").content.decode()
    assert f"step {number}" in client.get(f"{EDITIONS}{number}/phase/middle/").content.decode()


def test_it_is_marked(editions, client):
    def mark(number):
        return client.get(f"{EDITIONS}{number}/").context["mark"]

    live = page_in("en", "sample", PathwayPage).url
    assert mark(1).instead.url == live
    assert mark(1).replaced_by.url == f"{EDITIONS}2/"
    assert mark(2).edition.change_note == "Sooner"
    assert mark(2).changes.url == f"{EDITIONS}1-2/"
    assert mark(3).edition.reason == "A step was missing"
    assert "A step was missing" in client.get(f"{EDITIONS}3/").content.decode()
    assert not mark(1).missing_language


def test_a_reader_of_another_language_gets_it_as_it_was_written(editions, client):
    with override("fi"):
        address = reverse("pathways:edition_step", args=["sample", 1, "opening"])
    answer = client.get(address)
    html = answer.content.decode()
    assert answer.context["mark"].missing_language
    assert '<article class="flow" lang="da">' in html
    assert "<h1>trin 1</h1>" in html


def test_nothing_can_be_ticked_in_it(editions, client):
    html = client.get(f"{EDITIONS}1/step/opening/").content.decode()
    assert "data-tick=" not in html
    assert "do opening-first (en)" in html


@pytest.mark.parametrize(
    "path", ["9/", "1/step/nowhere/", "1/phase/opening/", "1-9/", "1-9.txt", "0/"]
)
def test_what_is_not_there_is_not_found(editions, client, path):
    assert client.get(EDITIONS + path).status_code == 404


def test_a_pathway_without_editions_has_no_list(sample, client):
    assert client.get(EDITIONS).status_code == 404
    assert client.get("/en/editions/nowhere/").status_code == 404


@pytest.mark.parametrize("path", ["", "1/", "1/step/opening/", "1-2/", "1-2.txt"])
def test_a_closed_pathway_is_closed_in_every_edition(editions, client, path):
    page = page_in("da", "sample", PathwayPage)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(EDITIONS + path)
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))
    client.force_login(make_person(Role.CASE_WORKER))
    assert client.get(EDITIONS + path).status_code == 200


def test_a_closed_step_is_closed_in_every_edition(editions, client):
    page = page_in("en", "opening")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.get(name=Role.EDITOR.value))
    assert client.get(f"{EDITIONS}1/step/opening/").status_code == 302
    for path in ("1/", "1/phase/middle/", "1/step/ending/", "1-2/", "1-2.txt"):
        answer = client.get(EDITIONS + path)
        assert answer.status_code == 200
        assert "step 1" not in answer.content.decode(), path


def test_they_stay_when_the_pathway_is_taken_down(editions, client):
    PathwayPage.objects.filter(key="sample").update(live=False)
    for path in ("", "1/", "1/step/opening/", "1-2/"):
        answer = client.get(EDITIONS + path)
        assert answer.status_code == 200
        assert f'href="{page_in("en", "sample", PathwayPage).url}"' not in answer.content.decode()


def test_the_list_leads_to_all_and_to_their_differences(editions, client):
    html = client.get(EDITIONS).content.decode()
    for address in ("1/", "2/", "3/", "4/", "1-2/", "2-3/", "2-4/"):
        assert f'href="{EDITIONS}{address}"' in html
    assert client.get(EDITIONS, {"before": 1, "after": 4}).url == f"{EDITIONS}1-4/"
    wrong = client.get(EDITIONS, {"before": 1, "after": "x"})
    assert wrong.status_code == 200
    assert wrong.context["form"].errors["after"]


def test_few_queries(editions, client, django_assert_max_num_queries):
    for path in ("", "1/", "1/phase/middle/", "1/step/opening/", "1-2/"):
        client.get(EDITIONS + path)
        with django_assert_max_num_queries(16):
            client.get(EDITIONS + path)

"""Who does what across a pathway: from its phases, steps, checklists and branches."""

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction

from pathways.document.importing import import_document
from pathways.document.nodes import Branch, Responsibility, Result, Role, StepRole
from pathways.models import PathwayPage, PhasePage
from tests.pathways.samples import a_pathway, a_step, an_item, named, said
from tests.pathways.translating import page_in
from tests.worlds import make_tree, own_world

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ADDRESS = "/en/who-does-what/sample/"


def part(role, part="does"):
    return StepRole(key=role, role=role, part=part)


@own_world
def people_at_work():
    """Two steps in a phase, a step that nobody has a part in, four who act in them."""
    make_tree()
    first = a_step(
        "opening",
        an_item("knock"),
        an_item("translate", role="interpreter", condition=said("it helps")),
        roles=(part("worker"), part("client", "takes_part")),
        branches=(
            Branch(
                key="stop", condition=said("nobody opens"), outcome="closed", decided_by="manager"
            ),
        ),
    )
    second = a_step("ending", an_item("sum-up", role="worker"), roles=())
    lonely = a_step("resting", an_item("wait"), roles=())
    duties = (
        Responsibility(key="lead", role="manager", duty=said("leads")),
        Responsibility(key="rooms", organisation=said("Town hall"), duty=said("lends rooms")),
    )
    phase = replace(
        a_pathway(first, second, lonely).pathways[0].phases[0],
        responsibilities=duties,
        results=(Result(key="trust", text=said("trust is there")),),
    )
    later = replace(phase, **named("later"), steps=(), responsibilities=(), results=())
    sample = a_pathway()
    document = a_pathway(pathways=(replace(sample.pathways[0], phases=(phase, later)),))
    names = {"client": "Client", "interpreter": "Interpreter", "manager": "Manager"}
    roles = tuple(Role(slug=slug, name=said(name), side="client") for slug, name in names.items())
    import_document(replace(document, roles=document.roles + roles))


@pytest.fixture
def pathway(people_at_work):
    return page_in("en", "sample", PathwayPage)


def read(client, query="", status=200):
    response = client.get(ADDRESS + query)
    assert response.status_code == status
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    main = re.sub(r"<form.*?</form>", "", main, flags=re.DOTALL)
    return " ".join(strip_tags(main).split())


def test_everybody_is_shown_with_part_tasks_decisions_and_duties(pathway, client):
    text = read(client)
    for words in (
        "Holds the case from beginning to end: Worker (en)",
        "Manager (en) leads (en)",
        "Town hall (en) lends rooms (en)",
        "trust is there (en)",
        "Worker (en) does it",
        "do knock (en)",
        "Client (en) takes part",
        "do translate (en) Only if: it helps (en)",
        "Decides: nobody opens (en)",
    ):
        assert words in text


def test_an_item_without_a_role_is_done_by_whoever_does_the_step_or_by_nobody(pathway, client):
    assert "do knock (en)" in read(client, "?who=worker")
    assert re.search(r"resting \(en\) Nobody is named 1 thing to do do wait", read(client))


def test_a_phase_without_people_says_so(pathway, client):
    assert "later (en) Nobody is named in this phase." in read(client)


@pytest.mark.parametrize(
    ("who", "shown", "hidden"),
    [
        ("manager", ["leads (en)", "Decides: nobody opens"], ["do knock", "ending (en)", "rooms"]),
        ("client", ["opening (en) takes part"], ["do knock", "leads", "trust is there"]),
        ("town-hall-en", ["lends rooms (en)"], ["opening (en)", "leads"]),
        ("worker", ["Holds the case", "do knock", "do sum-up"], ["do translate", "resting"]),
    ],
)
def test_one_role_or_organisation_alone(pathway, client, who, shown, hidden):
    text = read(client, f"?who={who}")
    assert [words for words in shown if words not in text] == []
    assert [words for words in hidden if words in text] == []


@pytest.mark.parametrize("who", ["wizard", "Worker", "<b>", "x" * 3000, "%00", "æøå"])
def test_somebody_who_is_not_there_is_named_and_everybody_shown(pathway, client, who):
    text = read(client, f"?who={who}", status=404)
    assert "Everybody is shown." in text
    assert "do knock (en)" in text


def test_an_empty_choice_shows_everybody(pathway, client):
    assert "do knock (en)" in read(client, "?who=")


def test_every_role_and_organisation_can_be_chosen(pathway, client):
    content = client.get(ADDRESS).content.decode()
    offered = re.findall(r'<option value="([^"]+)"', content)
    assert set(offered) == {"worker", "manager", "town-hall-en", "client", "interpreter"}
    for slug in offered:
        read(client, f"?who={slug}")


def test_the_switcher_keeps_a_role_and_drops_an_organisation_named_in_one_language(pathway, client):
    content = client.get(f"{ADDRESS}?who=client").content.decode()
    other = page_in("da", "sample", PathwayPage).key
    assert re.search(rf'href="/da/[^"/]+/{other}/\?who=client"', content)
    assert f'rel="canonical" href="http://testserver{ADDRESS}"' in content
    content = client.get(f"{ADDRESS}?who=town-hall-en").content.decode()
    assert not re.search(r'href="/da/[^"]+\?who=', content)


def test_the_pathway_leads_there(pathway, client):
    assert f'href="{ADDRESS}"' in client.get(pathway.url).content.decode()


def test_a_pathway_that_is_not_there_in_the_language_is_not_found(pathway, client):
    pathway.unpublish()
    assert client.get(ADDRESS).status_code == 404
    assert client.get("/en/who-does-what/made-up/").status_code == 404


def test_whoever_may_not_read_the_pathway_is_sent_to_the_door(pathway, client):
    PageViewRestriction.objects.create(page=pathway, restriction_type=PageViewRestriction.LOGIN)
    response = client.get(ADDRESS)
    door = f"{reverse('account_login')}?next={ADDRESS}"
    assert (response.status_code, response["Location"]) == (302, door)


def test_a_pathway_without_steps_says_what_will_come(pathway, client):
    PhasePage.objects.all().delete()
    pathway.refresh_from_db()
    PathwayPage.objects.update(case_holder=None)
    assert "This pathway has no steps yet." in read(client)


def test_the_phase_page_has_results_and_duties_too(pathway, client):
    content = client.get(page_in("en", "middle", PhasePage).url).content.decode()
    for words in ("trust is there (en)", "lends rooms (en)", "Town hall (en)"):
        assert words in content


def test_it_asks_as_much_for_many_steps_as_for_few(tree, client):
    def queries(number):
        steps = [a_step(f"step-{n}", languages=("en",)) for n in range(number)]
        import_document(a_pathway(*steps, languages=("en",)))
        client.get(ADDRESS)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(ADDRESS).status_code == 200
        return len(asked)

    assert queries(3) == queries(15) <= 20

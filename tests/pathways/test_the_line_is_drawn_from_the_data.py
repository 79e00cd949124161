"""Loops, checkpoints, follow-ups beyond closing, ways of branches, and the line in small."""

import pytest

from pathways.document.importing import import_document
from pathways.document.nodes import Branch, Due, Pathway, Phase, UsedMilestone
from pathways.models import PathwayPage
from pathways.reading import view_of
from pathways.reading.glyph import WIDTH, glyphs
from tests.pathways.samples import a_pathway, a_step, an_item, named, said

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def view(tree, rf):
    """Imports a pathway of these phases or steps and gives its view in Danish."""

    def read(*steps, phases=(), **values):
        pathway = Pathway(
            **named("drawn"),
            phases=tuple(phases),
            steps=tuple(steps),
            milestones=(UsedMilestone(key="started", milestone="started", **values),),
        )
        import_document(a_pathway(pathways=(pathway,)))
        page = PathwayPage.objects.get(key="drawn", locale__language_code="da")
        return view_of(page, rf.get("/"))

    return read


def a_branch(key, **values):
    return Branch(key=key, condition=said(key), **values)


def rings(steps):
    return [step.ring for step in steps]


def test_a_branch_back_closes_a_ring(view):
    back = a_branch("again", kind="step", target="step:two")
    steps = view(a_step("one"), a_step("two"), a_step("three", branches=(back,))).steps
    assert rings(steps) == ["", "start", "end"]
    assert steps[2].branches[0].way == "back"


def test_neighbours_that_repeat_together_share_a_ring(view):
    again = {"repeats_with": "started"}
    steps = view(a_step("one", **again), a_step("two", **again), a_step("three")).steps
    assert rings(steps) == ["start", "end", ""]


def test_a_step_that_repeats_alone_has_a_ring_of_its_own(view):
    steps = view(a_step("one"), a_step("two", repeats_with="started")).steps
    assert rings(steps) == ["", "alone"]


def test_a_branch_joins_again_ends_or_changes_line(view):
    branches = (
        a_branch("on", kind="step", target="step:two"),
        a_branch("off", kind="sub_process", target="pathway:drawn", returns_to="step:two"),
        a_branch("over", outcome="closed"),
    )
    steps = view(a_step("one", branches=branches), a_step("two")).steps
    assert [branch.way for branch in steps[0].branches] == ["on", "interchange", "end"]


def test_checkpoints_stand_on_the_step_that_repeats(view):
    steps = view(
        a_step("one", repeats_with="started"), a_step("two"), repeats=True, checkpoints="5, 10"
    ).steps
    assert steps[0].checkpoints.numbers == ["5", "10"]
    assert steps[1].checkpoints is None


def closing_steps():
    after = Due(amount=6, unit="month", anchor="started")
    window = Due(amount=6, earliest=3, unit="month", anchor="started")
    exactly = Due(amount=12, earliest=12, unit="month", anchor="started")
    return (
        a_step("closing", an_item("close", records="started"), an_item("call", due=after)),
        a_step("later", an_item("meet", due=window), an_item("ask", due=exactly)),
    )


def test_follow_ups_lie_beyond_closing(view):
    phases = [
        Phase(**named("first"), steps=(a_step("one"),)),
        Phase(**named("last"), steps=closing_steps()),
    ]
    first, last = view(phases=phases).phases
    closing, later = last.steps
    assert [step.beyond for step in (*first.steps, closing, later)] == [False, False, True]
    numbers = [mark.numbers for mark in closing.follow_ups + later.follow_ups]
    assert numbers == [["6"], ["3–6"], ["12"]]
    assert closing.deadlines == []


def test_what_follows_in_the_middle_is_not_beyond_closing(view):
    phases = [
        Phase(**named("first"), steps=closing_steps()),
        Phase(**named("last"), steps=(a_step("end", an_item("end")),)),
    ]
    found = [step for phase in view(phases=phases).phases for step in phase.steps]
    assert not any(step.beyond or step.follow_ups for step in found)


def test_the_legend_names_what_is_there_and_nothing_else(view):
    assert view(a_step("one"), a_step("two", necessity="offer")).legend == ["mandatory", "offer"]


@pytest.mark.parametrize("number", [0, 1, 3, 60])
def test_the_line_in_small_fits_however_long_it_is(view, number):
    view(*(a_step(f"step-{n}", languages=("da", "en")) for n in range(number)))
    page = PathwayPage.objects.get(key="drawn", locale__language_code="da")
    glyph = glyphs([page])[page.pk]
    assert len(glyph.stops) == number
    assert all(0 < stop.x < WIDTH for stop in glyph.stops)


def test_a_pathway_without_steps_says_what_will_come(view, client):
    assert view().phases == []
    page = PathwayPage.objects.get(key="drawn", locale__language_code="en")
    assert "This pathway has no steps yet" in client.get(page.url).content.decode()

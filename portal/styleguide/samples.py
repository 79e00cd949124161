"""Made-up data for the components, in the classes that the real views use."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

from django.utils.timezone import localdate

from pathways.reading.common import ProvenanceView, Review
from pathways.reading.glyph import Glyph, GlyphStop
from pathways.reading.item import ItemView
from pathways.reading.links import Link
from pathways.reading.lists import Card
from pathways.reading.places import CameFrom, PathwayPlaces, Place
from pathways.reading.station import BranchView, Marks, PhaseSummary, StepSummary
from pathways.reading.step import DeadlineView, RoleView
from pathways.reading.stub import Stub
from pathways.reading.terms import TermView
from pathways.reading.track import with_rings
from pathways.reading.warnings import ConsentNeeded

HERE = "/styleguide/"
LONG = "Koordinerende myndighedssagsbehandlermøde om helhedsorienteret indsats " * 3


def link(title, **values):
    return Link(title, f"{HERE}#{title.lower().replace(' ', '-')}", **values)


BREADCRUMBS = [link(name) for name in ("Front page", "Pathways", "Outreach")]


def item(key, text, **values):
    plain = {
        "condition": "", "mandatory": True, "role": "", "external": False, "guidance": None,
        "consent": "", "records": "", "due": "", "due_note": "", "hard": True,
    }  # fmt: skip
    return ItemView(key=key, text=text, **plain | values)


def branch(key, condition, way, **values):
    plain = {
        "number": "", "text": "", "decided_by": "", "kind": "step", "kind_label": "a step",
        "target": None, "outcome": "", "returns_to": None,
    }  # fmt: skip
    return BranchView(key=key, condition=condition, way=way, **plain | values)


ITEMS = [
    item("ask", "Ask where the citizen would like to meet", due="Within 2 working days after call"),
    item("write", "Write by hand: who, why, when", guidance=link("A letter")),
    item("share", "Tell the doctor", consent="Contact with the doctor", external=True),
    item("phone", "Phone", condition="nobody opens", mandatory=False, role="Partner"),
]
WAYS = [
    branch("on", "The citizen is ready at once", "on", number="2.1", target=link("Planning")),
    branch("back", "Something is still missing", "back", target=link("First contact")),
    branch("away", "Housing comes first", "interchange", kind="pathway", target=link("Housing")),
    branch("end", "The citizen says no", "end", kind="outcome", outcome="Closed after advice"),
]


def station(key, number, title, **values):
    plain = {
        "url": f"{HERE}#step-{key}", "summary": "The most important sentence of the step.",
        "necessity": "mandatory", "condition": "", "repeats": "", "deadlines": [],
        "branches": [], "items": ITEMS, "tick_keys": "ask write share phone?",
    }  # fmt: skip
    return StepSummary(
        pk=int(number), key=key, number=number, title=title,
        storage_key=f"styleguide/{key}", **plain | values,
    )  # fmt: skip


def phase(pk, title, steps=(), **values):
    plain = {"summary": "", "course": "sequential", "name_only": False}
    return PhaseSummary(
        pk=pk, key=f"phase-{pk}", title=title, url=HERE, steps=with_rings(steps), **plain | values
    )


def the_line():
    """Everything that a line can hold."""
    again = {"repeats": "Conversation"}
    checkpoints = Marks(["5", "10"], "Conversation: stop and look at number")
    after = [Marks(["6"], "Within 6 months after closing"), Marks(["12"], "After 12 months")]
    first = [
        station("done", "1", "Done", deadlines=["Within 2 working days after the call"]),
        station("passed", "2", "Passed by", necessity="conditional", condition="a visit is wanted"),
        station("begun", "3", "Begun, and you are here", branches=WAYS),
    ]
    second = [
        station("plan", "4", "Plan", **again),
        station("carry-out", "5", "Carry out", checkpoints=checkpoints, **again),
        station("offer", "6", "Someone to go along", necessity="offer"),
        station("alone", "7", "Repeats alone", repeats="Evaluation"),
    ]
    last = [
        station("long", "8", LONG[:200]),
        station("rtl", "9", "مرحبا بالعالم", items=[], tick_keys=""),
        station("close", "10", "Closing", follow_ups=after, branches=WAYS[3:]),
    ]
    beside = [station("record", "11", "Record system"), station("bank", "12", "Bank")]
    return SimpleNamespace(
        key="styleguide",
        ticks=True,
        steps=[],
        phases=[
            phase(1, "A phase with progress", first, summary="A sentence about the phase."),
            phase(2, "A phase with loops", second),
            phase(3, "Known by name only", name_only=True),
            phase(4, "The last phase", last),
            phase(5, "Documentation", beside, course="ongoing"),
        ],
        legend=[
            "back", "beyond", "checkpoint", "conditional", "end", "interchange", "mandatory",
            "offer", "on", "ongoing", "ring",
        ],
    )  # fmt: skip


NO_STEPS = SimpleNamespace(key="styleguide-empty", ticks=False, steps=[], phases=[], legend=[])


def stubs():
    first, middle, last = (station(key, n, t) for key, n, t in STUB)
    middle = replace(middle, necessity="conditional")
    for stub in (
        Stub(None, first, middle),
        Stub(first, middle, replace(last, necessity="offer")),
        Stub(middle, last, None),
    ):
        yield SimpleNamespace(stub=stub)


STUB = [("a", "1", "A caseworker is named"), ("b", "2", "First contact"), ("c", "3", "A visit")]


def a_step(**values):
    """A step page with everything on it."""
    today = localdate()
    plain = {
        "key": "b", "number": "2", "total": 3, "title": "First contact",
        "summary": "Meet where the citizen wants to be met.", "necessity": "mandatory",
        "condition": "", "duration": "45 minutes", "repeats": "Conversation",
        "what_for": "You get to know each other.",
        "pathway": link("Outreach"), "phase": link("Getting in touch"),
        "roles": [RoleView("Caseworker", "does", "does it"), RoleView("Manager", "decides", "")],
        "deadlines": [DeadlineView(ITEMS[0].due, "", True)], "items": ITEMS, "warnings": [],
        "consents": [
            ConsentNeeded("Contact with the doctor", "signed on paper", HERE, ITEMS[2:3])
        ],
        "branches": WAYS, "storage_key": "styleguide/page", "came_from": CameFrom(
            link("Planning"), link("Outreach"), "4", 12, ""
        ),
        "terms": [TermView("Record system", "Where the service keeps its records.", HERE)],
        "phase_steps": [
            replace(station(key, number, title), necessity=necessity)
            for (key, number, title), necessity in zip(
                STUB, ("mandatory", "conditional", "offer"), strict=True
            )
        ],
        "provenance": ProvenanceView("A report", "A ministry", "2014", "da", "Dansk", "Two pages."),
        "review": Review(today, "procedure editor", today + timedelta(365)),
    }  # fmt: skip
    return SimpleNamespace(**plain | values)


def reviews():
    today = localdate()
    late = Review(today - timedelta(900), "", today - timedelta(1))
    for review in (late, Review(None, "", None)):
        yield SimpleNamespace(review=review)


def places():
    steps = [
        Place(link("First contact"), "2", "conditional", True),
        Place(link("A visit"), "3", "mandatory", False),
    ]
    return SimpleNamespace(places=[PathwayPlaces(link("Outreach"), steps, False)])


def cards():
    stops = [
        GlyphStop(9 + 24 * n, 6, necessity, n == 1, )
        for n, necessity in enumerate(["mandatory", "conditional", "offer", "mandatory"])
    ]  # fmt: skip
    glyph = Glyph(stops, [(9, 81)], [(81, 130)], [(48, 42)], 10, (9, 130))
    text = "From the first call to the last follow-up."
    return [
        Card(link("Outreach"), text, ["4 steps in 2 phases"], glyph),
        Card(link("Oppfølging", lang="nb"), text, [], Glyph(dotted=[(9, 81)])),
    ]

"""How a team's work stands, as charts with their tables."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import Case, CaseItem
from cases.people import members_of
from cases.reading.words.said import Said, Wording
from cases.work.figures import FEWEST, figures_of
from cases.work.light import light_facts_of
from cases.work.load import plans_of

from .chart import Chart, chart_of, told


@dataclass(frozen=True)
class ReasonRow:
    """Why a mandatory item was set aside, and how often in a step."""

    step: Said
    reason: str
    said: str


@dataclass(frozen=True)
class PathwayFigures:
    """Figures of one pathway."""

    key: str
    title: Said
    cases: str
    charts: list[Chart]
    reasons: list[ReasonRow]


def figures_view(team) -> dict:
    """What the page of figures shows of a team's open cases."""
    cases = Case.objects.filter(team=team).open()
    plans = plans_of(cases.for_work(), light_facts_of(cases))
    # Steps are named as the newest edition that a case follows names them.
    newest = {}
    for plan in plans:
        known = newest.get(plan.procedure.edition.key)
        if known is None or known.edition.number < plan.procedure.edition.number:
            newest[plan.procedure.edition.key] = plan.procedure
    pathways = [
        _pathway(newest[key], figures) for key, figures in sorted(figures_of(plans).items())
    ]
    return {"load": _load(team), "pathways": pathways, "least": FEWEST}


def _load(team):
    """Who has how much: open cases, and open items in cases of others."""
    has = _counts(Case.objects.filter(team=team).open().values_list("responsible"))
    given = CaseItem.objects.filter(case__team=team, case__state__in=Case.GOES_ON)
    given = given.exclude(state__in=CaseItem.SETTLED).exclude(assigned_to=None)
    items = _counts(given.values_list("assigned_to"))
    people = [
        (Said(person), has.get(person.pk, 0), items.get(person.pk, 0))
        for person in members_of(team)
    ]
    rows = [
        (name, cases, ngettext("%(n)s item", "%(n)s items", given) % {"n": given})
        for name, cases, given in people
    ]
    return chart_of(
        "load",
        _("Who has how much"),
        _("Person"),
        _("Open cases"),
        rows,
        more=_("Given by others"),
        suppressed=False,
    )


def _counts(values):
    return dict(values.order_by().annotate(Count("pk")))


def _pathway(procedure, figures):
    wording = Wording(procedure)
    steps = {place.key: _numbered(place, wording) for place in procedure.steps}
    gone = {*figures.overdue, *figures.reasons} - steps.keys()
    steps |= {key: Said(key) for key in sorted(gone)}
    return PathwayFigures(
        key=procedure.edition.key,
        title=wording.pathway(),
        cases=told(figures.cases),
        charts=[
            chart_of(
                f"{procedure.edition.key}-overdue",
                _("Overdue, by step"),
                _("Step"),
                _("Cases with something overdue"),
                [(steps[key], figures.overdue[key], "") for key in steps if figures.overdue[key]],
            ),
            chart_of(
                f"{procedure.edition.key}-phases",
                _("Where cases are, and for how long"),
                _("Phase"),
                _("Cases there now"),
                _phases(procedure, figures, wording),
                more=_("Days there so far, median"),
            ),
            chart_of(
                f"{procedure.edition.key}-deviations",
                _("Mandatory, and not done"),
                _("Step"),
                _("Items set aside"),
                [
                    (steps[key], sum(figures.reasons[key].values()), "")
                    for key in steps
                    if key in figures.reasons
                ],
            ),
        ],
        reasons=list(_reasons(figures, steps)),
    )


def _phases(procedure, figures, wording):
    named = {phase.key: wording.of(phase.title) for phase in procedure.pathway.phases}
    named[""] = Said(_("Outside the phases"))
    for key, title in named.items():
        if figures.phases[key]:
            days = figures.median_days(key)
            yield title, figures.phases[key], "–" if days is None else str(days)


def _reasons(figures, steps):
    for key, title in steps.items():
        if key not in figures.reasons:
            continue
        common, others = figures.reasons_of(key)
        for words, number in common:
            yield ReasonRow(title, words, told(number))
        if others:
            yield ReasonRow(title, _("Other reasons"), told(others))


def _numbered(place, wording):
    title = wording.of(place.node.title)
    return Said(f"{place.number} {title}".strip(), title.lang)

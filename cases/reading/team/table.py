"""A team's cases in a table: chosen, sorted, a page at a time, or all of them in a file."""

import csv
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case
from cases.reading.mine.day import CaseLine, case_line
from cases.reading.words.said import Wording
from cases.work.light import light_facts_of
from cases.work.load import plans_of
from cases.work.parts import Standing
from cases.work.procedure import Procedure
from pathways.models import PathwayEdition

ORDERS = {
    "reference": ("reference",),
    "started_on": ("started_on", "pk"),
    "-started_on": ("-started_on", "-pk"),
    "responsible": ("responsible__first_name", "responsible__last_name", "pk"),
}


@dataclass(frozen=True)
class Heading:
    """Of a column: what sorts by it, and whether it does."""

    title: str
    url: str
    sorted: str


def cases_of(team, chosen):
    """Cases of a team as they were chosen, in order.

    What is overdue follows from dates: all open cases are looked at where it is asked for.
    """
    found = Case.objects.filter(team=team)
    found = found.closed() if chosen["show"] == "closed" else found.open()
    if chosen["responsible"]:
        found = found.filter(responsible=chosen["responsible"])
    if chosen["pathway"]:
        found = found.filter(edition__key=chosen["pathway"])
    ordered = found.for_work().order_by(*ORDERS.get(chosen["sort"], ORDERS["-started_on"]))
    if chosen["show"] != "overdue" and chosen["sort"] != "overdue":
        return ordered
    return _by_overdue(ordered, chosen)


def _by_overdue(ordered, chosen):
    plans = plans_of(ordered, light_facts_of(ordered))
    counted = [(sum(i.standing == Standing.OVERDUE for i in plan.to_do), plan) for plan in plans]
    if chosen["show"] == "overdue":
        counted = [pair for pair in counted if pair[0]]
    if chosen["sort"] == "overdue":
        counted.sort(key=lambda pair: -pair[0])
    return [plan.case for _count, plan in counted]


def lines_of(cases) -> list[CaseLine]:
    """Cases of a page, in the order given."""
    return [case_line(plan) for plan in plans_of(cases)]


def headings(chosen):
    """Columns of the table, with the links that sort: a second time, the other way round."""
    columns = {
        "case": (_("Case"), {"reference": "ascending"}),
        "overdue": (_("Overdue"), {"overdue": "descending"}),
        "responsible": (_("Responsible"), {"responsible": "ascending"}),
        "started": (_("Started"), {"-started_on": "descending", "started_on": "ascending"}),
    }
    return {name: _heading(chosen, *column) for name, column in columns.items()}


def _heading(chosen, title, ways):
    others = [sort for sort in ways if sort != chosen["sort"]]
    wanted = others[0] if others else chosen["sort"]
    return Heading(title, f"?{query_of(chosen, sort=wanted)}", ways.get(chosen["sort"], ""))


def query_of(chosen, **more):
    """What was chosen, to be put into an address: ids and keys."""
    values = chosen | more
    pairs = {name: getattr(value, "pk", value) for name, value in values.items() if value}
    return urlencode(pairs)


def pathways_of(team):
    """Keys and titles of the pathways that the team's cases follow."""
    used = Case.objects.filter(team=team).order_by().values("edition")
    editions = PathwayEdition.objects.filter(pk__in=used).for_reading().order_by("number")
    titles = {e.key: str(Wording(Procedure(e)).pathway()) for e in editions}
    return sorted(titles.items(), key=lambda pair: pair[1])


def write_csv(file, cases):
    """The table as a file: no record number, no name by which somebody knows the case."""
    writer = csv.writer(file, delimiter=";")
    writer.writerow(
        [
            _("Case"),
            _("Pathway"),
            _("Edition"),
            _("Responsible"),
            _("Started"),
            _("Where the work is"),
            _("Overdue"),
            _("Due today"),
            _("How it ended"),
        ]
    )
    for line in lines_of(cases):
        cover = line.cover
        row = [
            cover.reference,
            cover.pathway,
            cover.edition,
            cover.responsible,
            line.started_on.isoformat(),
            "" if cover.is_closed else f"{line.number} {line.here}".strip(),
            line.overdue,
            line.due,
            cover.outcome,
        ]
        writer.writerow([_harmless(value) for value in row])


def _harmless(value):
    """Text that a spreadsheet would take for a formula is text."""
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def csv_address(chosen):
    return f"{reverse('cases:team_csv')}?{query_of(chosen)}"

"""A case on a sheet of paper, for a meeting: no record number, no name that somebody gave it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.reading.recorded.consents import consent_rows
from cases.reading.recorded.milestones import milestone_rows
from cases.reading.tasks.rows import task_rows
from cases.reading.words.said import Wording
from cases.reading.words.when import day_written
from cases.work.parts import Standing
from pathways.reading.links import Link

from .cover import cover_of
from .line import line_of
from .page import counts

MOST = 20
PRESSING = (Standing.OVERDUE, Standing.DUE, Standing.SOON)


def sheet_of(plan) -> dict:
    """What stands on the sheet."""
    wording = Wording(plan.procedure)
    cover = cover_of(plan, wording)
    pressing = [item for item in plan.to_do if item.standing in PRESSING]
    pressing.sort(key=lambda item: item.by)
    here = plan.here
    if here is not None:
        pressing += [i for i in here.latest.items if not i.is_settled and i not in pressing]
    return {
        "cover": cover,
        "counts": counts(plan.to_do),
        "here": wording.of(here.place.node.title) if here else None,
        "here_number": here.place.number if here else "",
        "rows": task_rows(plan, pressing[:MOST], wording, mixed=True),
        "is_cut": len(pressing) > MOST,
        "milestones": [row for row in milestone_rows(plan) if row.occurred],
        "consents": [row for row in consent_rows(plan, wording) if row.matters],
        "steps": [stop for stretch in line_of(plan, wording) for stop in stretch.stops],
        "printed": day_written(plan.today),
        "breadcrumbs": paper_crumbs(cover),
    }


def paper_crumbs(cover):
    """The way back, by the reference: what may be printed beside it names the case no other way."""
    return [Link(_("My day"), reverse("cases:my_day")), Link(cover.reference, cover.url)]

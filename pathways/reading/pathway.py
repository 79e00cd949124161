"""A pathway and a phase for readers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .blocks import BlockView
from .common import ProvenanceView, Reading, Review
from .links import Link
from .outline import Outline, PhaseSummary, StepSummary


@dataclass(frozen=True)
class PathwayView:
    """Everything that a pathway's template shows."""

    key: str
    title: str
    lang: str
    summary: str
    purpose: str
    audience: str
    facts: list[str]
    phases: list[PhaseSummary]
    steps: list[StepSummary]
    milestones: list[dict]
    consents: list[dict]
    outcomes: list[dict]
    referral_groups: list[dict]
    agreements: list[dict]
    blocks: list[BlockView]
    provenance: ProvenanceView | None
    sources: list[BlockView]
    review: Review


def pathway_view(page, request) -> PathwayView:
    """The view of a pathway."""
    reading = Reading(page, request)
    reading.links.want_in(page.purpose, page.audience)
    outline = Outline(page, request, reading.links, detailed=True)
    phases, direct = outline.phases()
    return PathwayView(
        **reading.common(),
        purpose=reading.links.expand(page.purpose),
        audience=reading.links.expand(page.audience),
        facts=_facts(outline.total, len(phases)),
        phases=phases,
        steps=direct,
        milestones=[
            {
                "name": row.milestone.name,
                "description": row.milestone.description,
                "repeats": row.repeats,
                "checkpoints": row.checkpoints,
            }
            for row in page.milestones.select_related("milestone")
        ],
        consents=[_consent(row.consent) for row in page.consents.select_related("consent")],
        outcomes=[
            {"name": row.outcome.name, "description": row.outcome.description}
            for row in page.outcomes.select_related("outcome")
        ],
        referral_groups=_referral_groups(page),
        agreements=[{"partner": row.partner, "text": row.text} for row in page.agreements.all()],
        provenance=reading.provenance(),
    )


def _facts(steps, phases):
    counted = {
        "steps": ngettext("%(count)s step", "%(count)s steps", steps) % {"count": steps},
        "phases": ngettext("%(count)s phase", "%(count)s phases", phases) % {"count": phases},
    }
    return [_("%(steps)s in %(phases)s") % counted] if phases else [counted["steps"]]


def _consent(kind):
    return {
        "name": kind.name,
        "description": kind.description,
        "form_label": kind.get_form_display(),
        "covers": kind.covers,
        "from_whom": kind.from_whom,
        "to_whom": kind.to_whom,
        "purpose": kind.purpose,
    }


def _referral_groups(page):
    groups = {}
    for source in page.referral_sources.all():
        label = source.get_side_display()
        groups.setdefault(label, []).append(source.name)
    return [{"label": label, "names": names} for label, names in groups.items()]


@dataclass(frozen=True)
class PhaseView:
    """Everything that a phase's template shows."""

    key: str
    title: str
    lang: str
    summary: str
    course: str
    course_label: str
    name_only: bool
    results: list[str]
    responsibilities: list[dict]
    steps: list[StepSummary]
    blocks: list[BlockView]
    sources: list[BlockView]
    review: Review
    pathway: Link
    previous: Link | None
    next: Link | None


def phase_view(page, request) -> PhaseView:
    """The view of a phase."""
    reading = Reading(page, request)
    pathway = reading.pathway()
    outline = Outline(pathway, request, reading.links, detailed=True)
    phases, _direct = outline.phases()
    at = next((i for i, phase in enumerate(phases) if phase.pk == page.pk), None)
    return PhaseView(
        **reading.common(),
        course=page.course,
        course_label=page.get_course_display(),
        name_only=page.name_only,
        results=[result.text for result in page.results.all()],
        responsibilities=[
            {"who": row.role.name if row.role else row.organisation, "duty": row.duty}
            for row in page.responsibilities.select_related("role")
        ],
        steps=phases[at].steps if at is not None else [],
        pathway=Link(pathway.title, pathway.get_url(request)),
        previous=phases[at - 1].link if at else None,
        next=phases[at + 1].link if at is not None and at + 1 < len(phases) else None,
    )

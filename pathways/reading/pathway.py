"""A pathway and a phase for readers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .blocks import BlockView
from .common import ProvenanceView, Reading, Review
from .links import Link
from .outline import Outline
from .station import PhaseSummary, StepSummary
from .stub import Stub, stub
from .terms import TermView
from .track import legend


@dataclass(frozen=True)
class PathwayView:
    """Everything that a pathway's template shows."""

    key: str
    title: str
    lang: str
    summary: str
    purpose: str
    audience: str
    name_only: bool
    case_holder: str
    facts: list[str]
    pdf_url: str
    who_url: str
    phases: list[PhaseSummary]
    steps: list[StepSummary]
    legend: list[str]
    milestones: list[dict]
    consents: list[dict]
    outcomes: list[dict]
    referral_groups: list[dict]
    agreements: list[dict]
    blocks: list[BlockView]
    explained: list[TermView]
    provenance: ProvenanceView | None
    sources: list[BlockView]
    review: Review
    deadlines_url: str = ""

    @property
    def ticks(self):
        """Whether readers may tick items here, in their browser."""
        return may_be_ticked([*self.steps, *(s for phase in self.phases for s in phase.steps)])


def may_be_ticked(steps):
    """Whether readers may tick items of any of the steps."""
    return any(step.tick_keys for step in steps)


def _deadlines_url(page, phases, direct, pages):
    """Where dates are worked out, if there is any deadline."""
    steps = [*direct, *(step for phase in phases for step in phase.steps)]
    has_any = any(step.deadlines or step.follow_ups for step in steps)
    return pages.deadlines_url(page) if has_any else ""


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
        name_only=page.name_only,
        case_holder=page.case_holder.name if page.case_holder else "",
        facts=facts(outline.total, len(phases)),
        pdf_url=reading.pages.pdf_url(page, reading.links.reader),
        who_url=reading.pages.who_url(page) if outline.total or phases else "",
        deadlines_url=_deadlines_url(page, phases, direct, reading.pages),
        phases=phases,
        steps=direct,
        legend=legend(phases, direct),
        milestones=[
            {
                "name": row.milestone.name,
                "description": row.milestone.description,
                "repeats": row.repeats,
                "checkpoints": row.checkpoints,
                "contact": row.milestone.contact,
            }
            for row in outline.milestones
        ],
        consents=[consent_words(row.consent) for row in page.consents.select_related("consent")],
        outcomes=[
            {"name": row.outcome.name, "description": row.outcome.description}
            for row in page.outcomes.select_related("outcome")
        ],
        referral_groups=referral_groups(page),
        agreements=[{"partner": row.partner, "text": row.text} for row in page.agreements.all()],
        provenance=reading.provenance(),
    )


def facts(steps, phases) -> list[str]:
    """How long a pathway is, in words; nothing where it has no steps."""
    if not steps:
        return []
    counted = {
        "steps": ngettext("%(count)s step", "%(count)s steps", steps) % {"count": steps},
        "phases": ngettext("%(count)s phase", "%(count)s phases", phases) % {"count": phases},
    }
    return [_("%(steps)s in %(phases)s") % counted] if phases else [counted["steps"]]


def consent_words(kind) -> dict:
    """A consent as readers are told of it."""
    return {
        "name": kind.name,
        "description": kind.description,
        "form_label": kind.get_form_display(),
        "covers": kind.covers,
        "from_whom": kind.from_whom,
        "to_whom": kind.to_whom,
        "purpose": kind.purpose,
    }


def referral_groups(page) -> list[dict]:
    """Who may refer, by where they stand."""
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
    explained: list[TermView]
    sources: list[BlockView]
    review: Review
    pathway: Link
    previous: Link | None
    next: Link | None
    stub: Stub | None

    @property
    def ticks(self):
        """Whether readers may tick items here, in their browser."""
        return may_be_ticked(self.steps)


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
        stub=stub(phases, page.pk),
    )

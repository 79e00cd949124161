"""Who does what across a pathway, for everybody or for one role or organisation."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from .duties import Actor, PhaseDuties, duties_of, role_actor
from .links import Link, PageLinks
from .outline import Outline

PARAMETER = "who"


@dataclass(frozen=True)
class ActorGroup:
    """Roles of one side, or the organisations."""

    label: str
    actors: list[Actor]


@dataclass(frozen=True)
class WhoView:
    """Everything that the page shows. ``unknown`` is what was asked for and is not there."""

    title: str
    summary: str
    lang: str
    pathway: Link
    groups: list[ActorGroup]
    chosen: Actor | None
    unknown: str
    case_holder: Actor | None
    phases: list[PhaseDuties]


def who_view(pathway, request) -> WhoView:
    """The view of a live pathway, filtered as the address asks."""
    language = pathway.locale.language_code
    outline = Outline(pathway, request, PageLinks(request, language), detailed=False)
    phases = duties_of(outline)
    holder = role_actor(pathway.case_holder) if pathway.case_holder else None
    actors = _actors(phases, holder)
    asked = request.GET.get(PARAMETER, "").strip()
    chosen = actors.get(asked)
    return WhoView(
        title=chosen.name if chosen else _("Who does what"),
        summary=chosen.description if chosen else "",
        lang=language,
        pathway=Link(pathway.title, pathway.get_url(request)),
        groups=_groups(actors.values()),
        chosen=chosen,
        unknown="" if chosen else asked,
        case_holder=holder if not chosen or chosen == holder else None,
        phases=_only(phases, chosen) if chosen else phases,
    )


def _actors(phases, holder):
    """Everybody who is named, by slug, in the order of the pathway."""
    found = [holder] if holder else []
    for phase in phases:
        found += [a for duty in phase.responsibilities for a in duty.actors]
        found += [p.actor for step in phase.steps for p in step.people if p.actor]
    actors = {}
    for actor in found:
        actors.setdefault(actor.slug, actor)
    return actors


def _groups(actors):
    groups = {}
    for actor in actors:
        groups.setdefault(actor.group, []).append(actor)
    return [ActorGroup(label, found) for label, found in groups.items()]


def _only(phases, chosen):
    """What one actor does; phases and steps without it are left out."""
    kept = []
    for phase in phases:
        duties = [
            duty
            for duty in phase.responsibilities
            if chosen.slug in [actor.slug for actor in duty.actors]
        ]
        steps = [
            replace(step, people=people)
            for step in phase.steps
            if (people := [p for p in step.people if p.actor and p.actor.slug == chosen.slug])
        ]
        if duties or steps:
            kept.append(replace(phase, responsibilities=duties, results=[], steps=steps))
    return kept

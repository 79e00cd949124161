"""What happened in a case, as a story: day by day, the latest first."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from cases.models import CaseEvent, CaseItem
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said
from pathways.models import Channel

Kind = CaseEvent.Kind
MOST = 50
QUESTIONS = (Kind.HANDOVER_ASKED, Kind.HANDOVER_REFUSED, Kind.HANDOVER_RECALLED)


@dataclass(frozen=True)
class Told:
    """One thing that happened."""

    time: str
    person: str
    what: str
    about: Said
    step: Said
    detail: str
    undone: bool
    batch: str


@dataclass(frozen=True)
class ToldDay:
    """A day with what happened on it."""

    day: str
    events: list[Told]


@dataclass(frozen=True)
class Story:
    """A page of the story."""

    days: list[ToldDay]
    page: int
    has_more: bool


def story_of(plan, page=1) -> Story:
    """A page of what happened."""
    start = (page - 1) * MOST
    events = plan.case.events.select_related("by", "person")[start : start + MOST + 1]
    events = list(events)
    return Story(_days(plan, events[:MOST], Wording(plan.procedure)), page, len(events) > MOST)


def told_of_item(plan, item, wording) -> list[ToldDay]:
    """What happened to one item."""
    step, key, number = item.place
    events = plan.case.events.filter(step_key=step, item_key=key, round=number)
    return _days(plan, events.select_related("by", "person")[:MOST], wording)


def _days(plan, events, wording):
    zone = plan.now.tzinfo
    days = groupby(events, key=lambda event: event.at.astimezone(zone).date())
    return [
        ToldDay(day_said(day, plan.today), [_told(event, plan, wording) for event in group])
        for day, group in days
    ]


def _told(event, plan, wording):
    return Told(
        time=f"{event.at.astimezone(plan.now.tzinfo):%H:%M}",
        person=str(event.by),
        what=_what(event),
        about=_about(event, wording),
        step=wording.step(event.step_key) if event.step_key else Said(""),
        detail=_detail(event, plan),
        undone=event.undone,
        batch=str(event.batch),
    )


def _what(event):
    if event.kind == Kind.ITEM:
        return CaseItem.State(event.after).label
    return event.get_kind_display()


def _about(event, wording):
    if event.kind in (Kind.ITEM, Kind.ASSIGNED):
        return wording.item(event.step_key, event.item_key)
    if event.kind in (Kind.CONSENT, Kind.CONSENT_CHANGED, Kind.WITHDRAWN):
        return wording.consent(event.subject)
    if event.kind in (Kind.BRANCH, Kind.BRANCH_TAKEN_BACK):
        return wording.branch(event.step_key, event.subject)
    if event.kind in (*QUESTIONS, Kind.HANDED_OVER):
        return wording.phase(event.subject) if event.subject else Said(_("the whole case"))
    if event.kind in (Kind.CONTACT, Kind.CONTACT_TAKEN_BACK):
        return Said(Channel(event.subject).label)
    if event.kind == Kind.CLOSED:
        return wording.outcome(event.subject)
    return wording.milestone(event.subject) if event.subject else Said("")


def _detail(event, plan):
    parts = []
    if event.kind == Kind.ASSIGNED:
        parts.append(str(event.person) if event.person else _("whoever is responsible"))
    elif event.kind in QUESTIONS and event.person:
        parts.append(_("To: %s") % event.person)
    elif event.person:
        parts.append(_("Responsible: %s") % event.person)
    if event.kind == Kind.CONTACT:
        parts.append(_("reached the client") if event.after else _("no contact"))
    if event.round > 1:
        parts.append(_("round %s") % event.round)
    if event.day_before and event.day:
        days = {
            "before": day_said(event.day_before, plan.today),
            "after": day_said(event.day, plan.today),
        }
        parts.append(_("from %(before)s to %(after)s") % days)
    elif event.day or event.day_before:
        parts.append(day_said(event.day or event.day_before, plan.today))
    if event.kind == Kind.EDITION:
        editions = {"before": event.before, "after": event.after}
        parts.append(_("from edition %(before)s to edition %(after)s") % editions)
    if event.kind in (Kind.SHARED, Kind.SHARING_ENDED):
        parts.append(event.reason)  # to whom
    elif event.reason:
        parts.append(_("Reason: %s") % event.reason)
    return " · ".join(parts)

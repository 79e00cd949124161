"""A checklist item as work: its state, who, by when and why, what it waits for."""

from dataclasses import dataclass
from datetime import date, time

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import CaseItem
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import due_said, moment_said
from cases.work.parts import Standing, Why
from pathways.due.explain import Explanation, explain
from pathways.reading.links import Link

from .guidance import guidance_links


@dataclass(frozen=True)
class WaitRow:
    """What is missing, and where to put that right."""

    words: str
    name: Said
    url: str


@dataclass(frozen=True)
class DueRow:
    """When it is due: how near, the whole sentence, and how it came about."""

    standing: Standing
    near: str
    day: date | None
    explanation: Explanation
    note: Said

    @property
    def presses(self):
        return self.standing in (Standing.OVERDUE, Standing.DUE)


@dataclass(frozen=True)
class TaskRow:
    """One line of work."""

    name: str
    dom_id: str
    number: int
    text: Said
    condition: Said
    state: str
    state_label: str
    version: int
    is_needed: bool
    external: bool
    waits: list[WaitRow]
    due: DueRow | None
    not_counted_again: bool
    who: str
    role: Said
    changed: str
    reason: str
    deviates: bool
    asks_day: bool
    asks_time: bool
    records: Said
    day: date
    time: time | None
    url: str
    step: Link
    guidance: Link | None
    can_change: bool

    @property
    def is_done(self):
        return self.state == CaseItem.State.DONE

    @property
    def is_set_aside(self):
        return self.state == CaseItem.State.NOT_RELEVANT

    @property
    def is_begun(self):
        return self.state == CaseItem.State.IN_PROGRESS

    @property
    def can_tick(self):
        """Whether its box can be ticked or unticked: what waits or was set aside has none."""
        return self.can_change and not self.is_set_aside and (self.is_done or not self.waits)


def task_rows(plan, items, wording=None, *, mixed=False) -> list[TaskRow]:
    """Rows of items, in their order.

    :param mixed: from several steps, in which two items may have the same key.
    """
    wording = wording or Wording(plan.procedure)
    links = guidance_links(plan.case, [item for item in items if item.node.guidance], wording)
    rows = _Rows(plan, wording, mixed)
    return [rows.row(item, links.get(item.place)) for item in items]


class _Rows:
    def __init__(self, plan, wording, mixed):
        self.plan, self.case, self.wording, self.mixed = plan, plan.case, wording, mixed

    def row(self, item, guidance):
        step, key, number = item.place
        milestone = item.milestone
        happened = milestone and not milestone.planned
        title = self.wording.step(step)
        return TaskRow(
            name=f"{step}/{key}/{number}",
            dom_id=f"item-{step}-{key}-{number}" if self.mixed else f"item-{key}",
            number=number,
            text=self.wording.of(item.node.text),
            condition=self.wording.of(item.node.condition),
            state=item.state,
            state_label=CaseItem.State(item.state).label,
            version=item.version,
            is_needed=item.is_needed,
            external=item.node.external,
            waits=[self.wait(wait) for wait in item.waits],
            due=self.due(item),
            not_counted_again=item.not_counted_again,
            who=str(item.row.assigned_to) if item.row and item.row.assigned_to else "",
            role=self.wording.role(item.node.role) if item.node.role else Said(""),
            changed=self.changed(item),
            reason=item.row.reason if item.row else "",
            deviates=item.is_deviation,
            asks_day=bool(item.node.records),
            asks_time=item.node.records in self.plan.procedure.counts_hours_from,
            records=self.wording.milestone(item.node.records) if item.node.records else Said(""),
            day=milestone.day if happened else self.plan.today,
            time=milestone.time if happened else None,
            url=reverse("cases:item", args=[self.case.pk, step, key, number]),
            step=Link(title, reverse("cases:step", args=[self.case.pk, step]), title.lang),
            guidance=guidance,
            can_change=self.case.is_ours and (self.case.goes_on or item.is_follow_up),
        )

    def changed(self, item):
        if item.state == CaseItem.State.TO_DO or item.row is None:
            return ""
        return _("%(person)s, %(when)s") % {
            "person": item.row.changed_by,
            "when": moment_said(item.row.changed_at, self.plan.now),
        }

    def due(self, item):
        if item.due is None or item.is_settled:
            return None
        milestone = self.wording.milestone(item.due.rule.anchor)
        return DueRow(
            standing=item.standing,
            near=due_said(item),
            day=item.by,
            explanation=explain(item.due, milestone),
            note=self.wording.of(item.node.due.note),
        )

    def wait(self, wait):
        return wait_row(self.plan, self.wording, wait)


def wait_row(plan, wording, wait) -> WaitRow:
    """What an item waits for, with the place where it comes about."""
    pk = plan.case.pk
    if wait.why == Why.CONSENT:
        url = reverse("cases:consent_new", args=[pk, wait.slug])
        return WaitRow(_("Cannot start yet: needs the consent"), wording.consent(wait.slug), url)
    recorded = plan.procedure.recorded_by(wait.slug)
    if recorded:
        step, item = recorded[0]
        url = reverse("cases:step", args=[pk, step.key]) + f"#item-{item.key}"
    else:
        url = reverse("cases:milestone_new", args=[pk, wait.slug])
    return WaitRow(_("Cannot start yet: waits for"), wording.milestone(wait.slug), url)

"""A case as the line of its pathway: done, here, ahead, with dates and what it waits for."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.reading.tasks.rows import WaitRow, wait_row
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said, due_said
from cases.work.parts import Standing


@dataclass(frozen=True)
class TakenBranch:
    """A side track that the case has taken."""

    number: str
    condition: Said
    day: str


@dataclass(frozen=True)
class Stop:
    """A station as it stands in the case."""

    key: str
    number: str
    title: Said
    url: str
    necessity: str
    is_done: bool
    is_here: bool
    is_ahead: bool
    state: str
    rounds: int
    due: str
    due_day: str
    presses: bool
    waits: list[WaitRow]
    days: list[str]
    branches: list[TakenBranch]
    deviations: int


@dataclass(frozen=True)
class Stretch:
    """A phase, or the steps that stand in none."""

    title: Said
    course: str
    stops: list[Stop]


def line_of(plan, wording=None) -> list[Stretch]:
    """The whole line of a case, what runs beside it last."""
    return _Line(plan, wording or Wording(plan.procedure)).stretches()


class _Line:
    def __init__(self, plan, wording):
        self.plan, self.wording = plan, wording
        self.here = plan.here
        touched = [place for place, step in enumerate(plan.steps) if step.is_touched]
        self.reached = max(touched, default=-1)

    def stretches(self):
        groups = {}
        for place, step in enumerate(self.plan.steps):
            phase = step.place.phase
            stretch = groups.setdefault(phase.key if phase else "", (phase, []))
            stretch[1].append(self.stop(place, step))
        made = [
            Stretch(
                title=self.wording.of(phase.title) if phase else Said(""),
                course=phase.course if phase else "sequential",
                stops=stops,
            )
            for phase, stops in groups.values()
        ]
        return sorted(made, key=lambda stretch: stretch.course == "ongoing")

    def stop(self, place, step):
        is_here = self.here is not None and step.key == self.here.key
        due = self.next_due(step)
        waits = {wait for item in step.latest.items if not item.is_settled for wait in item.waits}
        return Stop(
            key=step.key,
            number=step.place.number,
            title=self.wording.of(step.place.node.title),
            url=reverse("cases:step", args=[self.plan.case.pk, step.key]),
            necessity=step.place.node.necessity,
            is_done=step.is_finished,
            is_here=is_here,
            is_ahead=not step.is_finished and not is_here and place > self.reached,
            state=self.state(step, is_here),
            rounds=len(step.rounds),
            due=due_said(due) if due else "",
            due_day=day_said(due.by, self.plan.today) if due else "",
            presses=bool(due) and due.standing in (Standing.OVERDUE, Standing.DUE),
            waits=[
                wait_row(self.plan, self.wording, wait)
                for wait in sorted(waits, key=lambda wait: (wait.why, wait.slug))
            ]
            if is_here or step.is_touched
            else [],
            days=self.days(step),
            branches=[self.branch(taken) for taken in step.branches],
            deviations=sum(item.is_deviation for item in step.items),
        )

    def state(self, step, is_here):
        total = len(step.latest.items)
        if step.is_finished:
            return _("Done")
        if not total:
            return _("Nothing to tick")
        if step.is_touched or is_here:
            words = ngettext(
                "%(done)s of %(total)s settled", "%(done)s of %(total)s settled", total
            )
            return words % {"done": step.latest.settled, "total": total}
        return ""

    def next_due(self, step):
        dated = [
            item
            for item in step.items
            if item.by and not item.is_settled and item.standing != Standing.WAITING
        ]
        return min(dated, key=lambda item: item.by, default=None)

    def days(self, step):
        """Milestones that were recorded in this step, with their days."""
        found = [item.milestone for item in step.items if item.milestone]
        said = []
        for milestone in found:
            words = {
                "milestone": self.wording.milestone(milestone.kind),
                "day": day_said(milestone.day, self.plan.today),
            }
            if milestone.planned:
                said.append(_("%(milestone)s, planned: %(day)s") % words)
            else:
                said.append(_("%(milestone)s: %(day)s") % words)
        return said

    def branch(self, taken):
        node = self.plan.procedure.branch(taken.step_key, taken.branch_key)
        return TakenBranch(
            number=node.number if node else "",
            condition=self.wording.branch(taken.step_key, taken.branch_key),
            day=day_said(taken.day, self.plan.today),
        )

"""How a team's work stands, in numbers: by step and phase, and never by who did what. Pure."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from statistics import median

from .parts import Standing

FEWEST = 5


@dataclass(frozen=True)
class Number:
    """A count as it may be told: small ones would point at somebody."""

    value: int

    @property
    def is_few(self):
        return 0 < self.value < FEWEST


@dataclass
class Figures:
    """Of the open cases of a team that follow one pathway.

    Keys are those of steps and phases. ``days`` holds, for each phase, how long each of its cases
    has been there; ``reasons`` counts words by step.
    """

    cases: int = 0
    overdue: Counter = field(default_factory=Counter)
    phases: Counter = field(default_factory=Counter)
    days: dict = field(default_factory=lambda: defaultdict(list))
    reasons: dict = field(default_factory=lambda: defaultdict(Counter))

    def add(self, plan):
        """Count one more case."""
        self.cases += 1
        overdue = {i.step.key for i in plan.to_do if i.standing == Standing.OVERDUE}
        self.overdue.update(overdue)
        for item in plan.deviations:
            self.reasons[item.step.key][item.row.reason] += 1
        if plan.here is not None:
            phase = plan.here.place.phase
            key = phase.key if phase else ""
            self.phases[key] += 1
            self.days[key].append((plan.today - reached_on(plan)).days)

    def median_days(self, phase):
        """How long cases have been in the phase, where there are enough of them; or None."""
        days = self.days[phase]
        return round(median(days)) if len(days) >= FEWEST else None

    def reasons_of(self, step):
        """Reasons that are common enough to be told, and how many others there are."""
        told = [(words, n) for words, n in self.reasons[step].most_common() if n >= FEWEST]
        others = sum(self.reasons[step].values()) - sum(number for _words, number in told)
        return told, others


def reached_on(plan):
    """The day on which the work came to the phase in which it is: the last work before it."""
    phase = plan.here.place.phase
    earlier = []
    for step in plan.steps:
        if step.place.phase is phase:
            break
        if not step.place.runs_beside:
            earlier += [item.row.changed_at for item in step.items if item.is_settled]
    if not earlier:
        return plan.case.started_on
    return max(earlier).astimezone(plan.now.tzinfo).date()


def figures_of(plans) -> dict[str, Figures]:
    """Figures by pathway, which all its editions share."""
    found = defaultdict(Figures)
    for plan in plans:
        found[plan.procedure.edition.key].add(plan)
    return dict(found)

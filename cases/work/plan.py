"""How everything in a case stands at a moment. Pure: facts, an edition, a calendar, a clock."""

from datetime import datetime
from functools import cached_property

from pathways.due import Occurrence, Rule, State, due

from .counting import checkpoint_of
from .life import Life
from .parts import ItemPlan, RoundPlan, StepPlan, Wait, Why


class CasePlan(Life):
    """A case at a moment.

    :param datetime now: aware, in the team's time zone.
    """

    def __init__(self, case, procedure, facts, calendar, now: datetime):
        self.case, self.procedure, self.facts = case, procedure, facts
        self.calendar, self.now, self.today = calendar, now, now.date()

    def at(self, facts):
        """The same with other facts, to see what would change."""
        return CasePlan(self.case, self.procedure, facts, self.calendar, self.now)

    @cached_property
    def steps(self) -> list[StepPlan]:
        return [self._step(place) for place in self.procedure.steps]

    @cached_property
    def items(self) -> list[ItemPlan]:
        return [item for step in self.steps for item in step.items]

    @cached_property
    def _by_place(self):
        return {item.place: item for item in self.items}

    def item(self, step_key, item_key, number=1):
        """The item, or None where this edition or this case has none such."""
        return self._by_place.get((step_key, item_key, number))

    def step(self, key):
        """The step's plan, or None."""
        return next((step for step in self.steps if step.key == key), None)

    @cached_property
    def here(self) -> StepPlan | None:
        """Where the work is: the first step that is not finished.

        What only some cases need is passed over unless somebody began it, and so is what runs
        beside the others.
        """
        waiting = [step for step in self.steps if not step.is_finished]
        main = [step for step in waiting if not step.place.runs_beside]
        sure = [step for step in main if not step.place.is_offered or step.is_touched]
        return next(iter(sure or main or waiting), None)

    def is_near(self, place):
        """Whether a step has begun, or the work is there."""
        step = self.step(place.key)
        return step.is_touched or (self.here is not None and self.here.key == place.key)

    @cached_property
    def needed(self) -> list[ItemPlan]:
        """Mandatory items of the steps that apply: mandatory ones, and others once begun."""
        applying = [s for s in self.steps if not s.place.is_offered or s.is_touched]
        return [item for step in applying for turn in step.rounds for item in turn.needed]

    @cached_property
    def deviations(self) -> list[ItemPlan]:
        return [item for item in self.items if item.is_deviation]

    def holder_of(self, item):
        """Id of whose it is: given to somebody, or its phase's, or the case's responsible."""
        if item.row and item.row.assigned_to_id:
            return item.row.assigned_to_id
        area = self.facts.areas.get(item.step.phase.key) if item.step.phase else None
        return area.pk if area else self.case.responsible_id

    def consents_of(self, slug):
        """What was recorded of a consent, the latest first."""
        return [consent for consent in self.facts.consents if consent.kind == slug]

    def has_consent(self, slug):
        """Whether a consent opens what waits for it today."""
        word = self.procedure.consents.get(slug)
        if word is not None and word.form == "not_needed":
            return True
        return any(consent.holds_on(self.today) for consent in self.consents_of(slug))

    def milestones_of(self, slug):
        """What was recorded of a milestone, in order."""
        return [m for m in self.facts.milestones if m.kind == slug]

    def _step(self, place):
        slug = place.node.repeats_with
        numbers = range(1, self.rounds_of(slug) + 1) if slug else (1,)
        rounds = [self._round(place, number) for number in numbers]
        taken = [branch for branch in self.facts.branches if branch.step_key == place.key]
        return StepPlan(place, rounds, taken)

    def _round(self, place, number):
        items = [self._item(place, node, number) for node in place.node.items]
        return RoundPlan(number, items, self._of_round(place.node.repeats_with, number))

    def _of_round(self, slug, number):
        found = [m for m in self.milestones_of(slug) if m.round == number] if slug else []
        return found[0] if found else None

    def _item(self, place, node, number):
        found, not_again = self._due(place, node, number)
        waits = []
        if node.consent and not self.has_consent(node.consent):
            waits.append(Wait(Why.CONSENT, node.consent))
        if found is not None and found.state == State.WAITING and found.rule.direction == "after":
            waits.append(Wait(Why.MILESTONE, found.rule.anchor))
        return ItemPlan(
            step=place,
            node=node,
            round=number,
            row=self.facts.items.get((place.key, node.key, number)),
            due=found,
            waits=tuple(waits),
            milestone=self._recorded_by(place, node, number),
            today=self.today,
            not_counted_again=not_again,
            is_follow_up=(place.key, node.key) in self.procedure.follow_ups,
        )

    def _recorded_by(self, place, node, number):
        if not node.records:
            return None
        slot = self.slot(place, node, number)
        return next((m for m in self.milestones_of(node.records) if m.slot == slot), None)

    def slot(self, place, node, number):
        """What keeps the milestone that an item records from being there twice."""
        if node.records == place.node.repeats_with:
            return f"round/{number}"
        if node.records in self.procedure.repeating:
            return f"{place.key}/{node.key}/{number}"
        return ""

    def _due(self, place, node, number):
        """The item's date and whether its deadline belongs to the first round only."""
        if node.due is None or node.due.amount is None or not node.due.anchor:
            return None, False
        own = node.due.anchor == place.node.repeats_with and not node.due.nth
        nth = node.due.nth
        if number > 1 and not own:
            nth = checkpoint_of(node.due, self.procedure.checkpoints, number)
            if nth is None:
                return None, True
        rule = Rule(
            amount=node.due.amount,
            unit=node.due.unit,
            direction=node.due.direction,
            anchor=node.due.anchor,
            earliest=node.due.earliest,
            nth=nth,
            hard=node.due.hard,
        )
        happened = self._occurrences(rule, number if own else None)
        return due(rule, {rule.anchor: happened}, self.calendar, self.now), False

    def _occurrences(self, rule, number):
        """What the rule counts from: only backwards does it count from what is planned."""
        if rule.nth:
            return [Occurrence(m.day, self._moment(m)) for m in self.counted(rule.anchor)]
        return [
            Occurrence(m.day, self._moment(m))
            for m in self.milestones_of(rule.anchor)
            if (number is None or m.round == number)
            and (not m.planned or rule.direction == "before")
        ]

    def _moment(self, milestone):
        if milestone.time is None:
            return None
        return datetime.combine(milestone.day, milestone.time, self.now.tzinfo)

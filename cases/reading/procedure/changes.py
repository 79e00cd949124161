"""What another edition changes for one case, item by item, before it moves."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.models import CaseItem, CaseStay
from cases.reading.case.cover import cover_of
from cases.reading.tasks.item import crumbs
from cases.reading.words.effects import effects
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said, moment_said
from cases.work.changes import Comparison, token_of
from cases.work.plan import CasePlan
from cases.work.procedure import Procedure
from pathways.models import ChecklistItem, StepPage
from pathways.reading.difference.facts import Fact, Facts
from pathways.reading.difference.rows import ADDED, LABELS, MOVED, REMOVED
from pathways.reading.difference.titles import LiveTitles
from pathways.reading.difference.words import Words

OF_A_STEP = ("necessity", "condition", "repeats_with")


@dataclass(frozen=True)
class ChangeRow:
    """One item that is new, gone or another one, and how it stands in the case."""

    step: Said
    text: Said
    labels: list[str]
    moved_to: Said
    facts: list[Fact]
    stands: str
    touches: bool
    lang: str


@dataclass(frozen=True)
class CaseChanges:
    """All that changes for a case, and what has to be agreed to before it moves."""

    number: int
    effective: str
    effective_on: date
    note: str
    note_lang: str
    needs: list[ChangeRow]
    others: list[ChangeRow]
    lost: list[str]
    dates: list
    seen: str
    stays: str
    compare_url: str

    @property
    def touches(self):
        """Whether something that was begun changes."""
        return bool(self.needs or self.lost)


def changes_view(plan, edition) -> dict:
    """What the page shows of a case that could follow another edition."""
    cover = cover_of(plan)
    return {"cover": cover, "breadcrumbs": crumbs(cover), "changes": changes_of(plan, edition)}


def changes_of(plan, edition) -> CaseChanges:
    """What moving to the edition would change now."""
    return _Changes(plan, edition).all()


class _Changes:
    def __init__(self, plan, edition):
        self.plan, self.edition, self.new = plan, edition, Procedure(edition)
        self.comparison = Comparison(plan.procedure, self.new)
        self.losses = self.comparison.losses(plan.facts)
        self.before, self.after = Wording(plan.procedure), Wording(self.new)
        both = (plan.procedure.document, self.new.document)
        language = get_language()
        if not all(language in document.languages for document in both):
            language = self.new.source_language
        self.language = language
        titles = LiveTitles((language, self.new.source_language))
        self.facts = Facts(*(Words(document, language, titles) for document in both))

    def all(self):
        touched = {(loss.step, loss.key) for loss in self.losses if loss.kind == "item"}
        rows = [self.row(change, touched) for change in self.comparison.items.values()]
        return CaseChanges(
            number=self.edition.number,
            effective=day_said(self.edition.effective_on, self.plan.today),
            effective_on=self.edition.effective_on,
            note=self.edition.change_note,
            note_lang=self.lang(self.edition.source_language),
            needs=[row for row in rows if row.touches],
            others=[row for row in rows if not row.touches],
            lost=[words for loss in self.losses if (words := self.lost(loss))],
            dates=effects(self.plan, self.moved(), self.after),
            seen=token_of(self.losses, self.edition),
            stays=self.stays(),
            compare_url=reverse(
                "pathways:edition_comparison",
                args=[self.edition.key, self.plan.procedure.edition.number, self.edition.number],
            ),
        )

    def moved(self):
        plan = self.plan
        return CasePlan(plan.case, self.new, plan.facts, plan.calendar, plan.now)

    def stays(self):
        found = CaseStay.objects.filter(case=self.plan.case, edition=self.edition).first()
        return found.reason if found else ""

    def lang(self, language):
        return "" if language == get_language() else language

    def row(self, change, touched):
        wording = self.before if change.is_gone else self.after
        facts = [] if change.is_new or change.is_gone else self.facts_of(change)
        return ChangeRow(
            step=wording.step(change.step),
            text=wording.of((change.after or change.before).text),
            labels=self.labels(change, facts),
            moved_to=self.after.step(change.moved_to) if change.moved_to else Said(""),
            facts=facts,
            stands=self.stands(change),
            touches=change.place in touched,
            lang=self.lang(self.language),
        )

    def labels(self, change, facts):
        if change.is_new:
            return [str(LABELS[ADDED])]
        if change.is_gone:
            return [str(LABELS[MOVED if change.moved_to else REMOVED])]
        return list(dict.fromkeys(str(LABELS[fact.kind]) for fact in facts))

    def facts_of(self, change):
        own = self.facts.of(change.before, change.after, ChecklistItem)
        of_step = self.facts.of(*change.steps, StepPage)
        return own + [fact for fact in of_step if fact.name in OF_A_STEP]

    def stands(self, change):
        """How the item stands in the case, where anything was done with it."""
        rows = [row for row in self.plan.facts.items.values() if row.place[:2] == change.place]
        return "; ".join(self.standing(row) for row in rows if row.version)

    def standing(self, row):
        words = {
            "state": CaseItem.State(row.state).label,
            "person": row.changed_by,
            "when": moment_said(row.changed_at, self.plan.now),
        }
        return _("%(state)s: %(person)s, %(when)s") % words

    def lost(self, loss):
        """What was recorded beside items, in a sentence."""
        if loss.kind == "milestone":
            words = self.before.milestone(loss.key)
            return _("The milestone “%s” is recorded, and counts in another way or not at all.") % (
                words
            )
        if loss.kind == "consent":
            return _("The consent “%s” is recorded, and is not asked for any more.") % (
                self.before.consent(loss.key)
            )
        if loss.kind == "branch":
            return _("The branch “%s” was taken, and is another one or gone.") % (
                self.before.branch(loss.step, loss.key)
            )
        if loss.kind == "round":
            return _("Steps do not repeat with “%s” any more.") % self.before.milestone(loss.key)
        return ""

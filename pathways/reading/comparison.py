"""The pathways side by side, made from their data."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.visibility import reader_of
from pathways.models import ArticlePage, ChecklistItem, PathwayPage, PhasePage, StepPage

from .due_words import due_words
from .links import Link, link_to
from .lists import Card, bare, cards, listed


@dataclass(frozen=True)
class Fact:
    """One thing in a cell, perhaps with a link, and what is said beside it."""

    text: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Cell:
    """What one pathway has of a row. ``ordered`` where the order means something."""

    pathway: Link
    facts: list[Fact]
    ordered: bool = False


@dataclass(frozen=True)
class Row:
    """What is compared, and a cell for each pathway."""

    key: str
    title: str
    cells: list[Cell]


@dataclass(frozen=True)
class ComparisonView:
    """Everything that the comparison's template shows."""

    title: str
    summary: str
    pathways: list[Link]
    rows: list[Row] = field(default_factory=list)
    articles: list[Card] = field(default_factory=list)


def comparison_view(request, language) -> ComparisonView:
    """All pathways of which more than the name is known, in the reader's language if they can."""
    shown = [page for page in listed(PathwayPage, request, language) if not bare(page)]
    compared = _Compared(shown, reader_of(request))
    links = [link_to(page, request, language) for page in compared.pages]
    rows = []
    for key, title, facts_of, ordered in _ROWS:
        cells = []
        for page, link in zip(compared.pages, links, strict=True):
            with override(page.locale.language_code):  # a pathway speaks one language
                cells.append(Cell(link, facts_of(compared, page, request), ordered))
        rows.append(Row(key, title(), cells))
    return ComparisonView(
        title=_("The pathways side by side"),
        summary=_("What is alike and what differs: phases, deadlines, contact, consents, ends."),
        pathways=links,
        rows=rows,
        articles=cards(ArticlePage, request, language),
    )


class _Compared:
    """The pathways with all that is compared, in as many queries whatever their number."""

    def __init__(self, shown, reader):
        self.reader = reader
        pages = PathwayPage.objects.filter(pk__in=[page.pk for page in shown])
        pages = pages.select_related("locale", "case_holder").defer_streamfields()
        pages = pages.prefetch_related(
            "milestones__milestone", "consents__consent", "outcomes__outcome"
        )
        by_pk = {page.pk: page for page in pages}
        self.pages = [by_pk[page.pk] for page in shown]
        self.phases = self._below(PhasePage)
        self.steps = self._below(StepPage)
        self.deadlines = self._deadlines()

    def _below(self, model):
        """``{pathway: its live pages of a kind, in order}``"""
        below = Q(pk=None)
        for page in self.pages:
            below |= Q(path__startswith=page.path)
        found = self.reader.readable(model.objects.live().filter(below))
        found = found.select_related("locale").order_by("path")
        pages = defaultdict(list)
        for page in found.defer_streamfields():
            pages[self._pathway_of(page)].append(page)
        return pages

    def _pathway_of(self, page):
        return next(p.pk for p in self.pages if page.path.startswith(p.path))

    def _deadlines(self):
        """``{pathway: its checklist items with a deadline, in order}``"""
        steps = {step.pk: step for steps in self.steps.values() for step in steps}
        items = ChecklistItem.objects.filter(page__in=steps, due_amount__isnull=False)
        found = defaultdict(list)
        for item in items.select_related("due_anchor").order_by("page__path", "sort_order"):
            step = steps[item.page_id]
            found[self._pathway_of(step)].append((step, item))
        return found


def _case_holder(compared, page, request):
    return [Fact(page.case_holder.name)] if page.case_holder else []


def _phases(compared, page, request):
    notes = {"ongoing": _("Alongside, all the time")}
    return [
        Fact(phase.title, phase.get_url(request), notes.get(phase.course, ""))
        for phase in compared.phases[page.pk]
    ]


def _steps(compared, page, request):
    number = len(compared.steps[page.pk])
    return [Fact(str(number))] if number else []


def _deadlines(compared, page, request):
    found = {}
    for step, item in compared.deadlines[page.pk]:
        words = due_words(item, item.due_anchor.name if item.due_anchor else "")
        found.setdefault(words, Fact(words, step.get_url(request)))
    return list(found.values())


def _contacts(compared, page, request):
    return [
        Fact(row.milestone.name, note=_repetition(row))
        for row in page.milestones.all()
        if row.milestone.contact
    ]


def _repetition(row):
    if row.checkpoints:
        numbers = {"numbers": row.checkpoints}
        return _("Happens more than once. Stop and look at number: %(numbers)s") % numbers
    return _("Happens more than once.") if row.repeats else ""


def _consents(compared, page, request):
    return [Fact(row.consent.name) for row in page.consents.all()]


def _outcomes(compared, page, request):
    return [Fact(row.outcome.name) for row in page.outcomes.all()]


_ROWS = [
    ("holder", lambda: _("Who holds the case"), _case_holder, False),
    ("phases", lambda: _("Phases"), _phases, True),
    ("steps", lambda: _("Number of steps"), _steps, False),
    ("deadlines", lambda: _("Deadlines"), _deadlines, False),
    ("contacts", lambda: _("Where the client is met"), _contacts, False),
    ("consents", lambda: _("Consents"), _consents, False),
    ("outcomes", lambda: _("How it can end"), _outcomes, False),
]

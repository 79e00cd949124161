"""The deadlines of a pathway or of one of its steps, computed from one milestone."""

from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from pathways.calendars import calendar_of, country_of
from pathways.due import Explanation, Rule, due, explain
from pathways.models import ChecklistItem
from pathways.reading.links import Link, PageLinks
from pathways.reading.outline import Outline

from .form import MilestoneForm

STEP = "step"


@dataclass(frozen=True)
class DeadlineView:
    """One item with its due date."""

    text: str
    condition: str
    note: str
    url: str
    explanation: Explanation


@dataclass(frozen=True)
class StepDeadlines:
    """A step with those of its items whose deadline counts from the milestone."""

    number: str
    link: Link
    deadlines: list[DeadlineView]


@dataclass(frozen=True)
class DeadlinesView:
    """Everything that the page shows. ``steps`` is None until a day has been given."""

    title: str
    lang: str
    pathway: Link
    step: Link | None
    step_key: str
    whole_url: str
    form: MilestoneForm | None
    steps: list[StepDeadlines] | None


def deadlines_view(pathway, request) -> DeadlinesView:
    """The view of a live pathway; the address says which step, milestone and day."""
    language = pathway.locale.language_code
    outline = Outline(pathway, request, PageLinks(request, language), detailed=False)
    steps = outline.steps()
    asked = request.GET.get(STEP, "")
    step = next((step for step in steps if step.key == asked), None)
    rows = _rows(outline.pages, [step] if step else steps)
    form = _form(pathway, request, rows)
    found = _computed(form, steps, rows) if form and form.is_bound and form.is_valid() else None
    return DeadlinesView(
        title=_("Work out the dates"),
        lang=language,
        pathway=Link(pathway.title, pathway.get_url(request)),
        step=step.link if step else None,
        step_key=step.key if step else "",
        whole_url=_whole(request) if step else "",
        form=form,
        steps=found,
    )


def _rows(pages, steps):
    """Items with a deadline that counts from something, in order of their steps."""
    place = {step.pk: number for number, step in enumerate(steps)}
    rows = pages.rows_of(ChecklistItem, place, "due_anchor")
    rows = [row for row in rows if row.due_amount is not None and row.due_anchor]
    return sorted(rows, key=lambda row: (place[row.page_id], row.sort_order))


def _form(pathway, request, rows):
    """The form, or None where nothing can be computed."""
    milestones = {row.due_anchor.slug: row.due_anchor.name for row in rows}
    if not milestones:
        return None
    data = request.GET.copy()
    for name, usual in (("country", country_of(pathway)), ("milestone", next(iter(milestones)))):
        data[name] = data.get(name) or usual
    return MilestoneForm(
        data if "day" in data else None,
        initial=data.dict(),
        label_suffix="",
        milestones=milestones,
        has_hours=any(row.due_unit == "hour" for row in rows),
    )


def _whole(request):
    """The same question, about the whole pathway."""
    asked = request.GET.copy()
    asked.pop(STEP)
    return f"{request.path}?{asked.urlencode()}"


def _computed(form, steps, rows):
    calendar = calendar_of(form.cleaned_data["country"])
    chosen, occurrence = form.cleaned_data["milestone"], form.occurrence()
    by_step = {step.pk: (step, []) for step in steps}
    now = localtime()
    for row in rows:
        if row.due_anchor.slug != chosen:
            continue
        rule = Rule.of(row, chosen)
        found = due(rule, {chosen: [occurrence] * (rule.nth or 1)}, calendar, now)
        step, deadlines = by_step[row.page_id]
        deadlines.append(
            DeadlineView(
                text=row.text,
                condition=row.condition,
                note=row.due_note,
                url=f"{step.url}#item-{row.key}",
                explanation=explain(found, row.due_anchor.name),
            )
        )
    return [
        StepDeadlines(step.number, step.link, deadlines)
        for step, deadlines in by_step.values()
        if deadlines
    ]

"""Milestones: all of a case, recording, planning, correcting and taking one back."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.milestones import MilestoneForm
from cases.models import CaseMilestone
from cases.notices import Notice, tell, told
from cases.reading.case.cover import cover_of
from cases.reading.recorded.milestones import milestone_rows, moved, said_of, without
from cases.reading.tasks.item import crumbs
from cases.reading.words.effects import effects
from cases.reading.words.said import Wording
from cases.reading.words.stale import stale_words
from cases.services.changing import CaseChangedMeanwhile
from cases.services.milestones import correct_milestone, record_milestone, take_back_milestone
from cases.work.load import plan_of

from .access import of_case, of_case_to_read


@of_case_to_read
def milestones(request, case):
    """What happened and when, and what has not happened yet."""
    plan = plan_of(case)
    cover = cover_of(plan)
    context = {
        "cover": cover,
        "rows": milestone_rows(plan),
        "breadcrumbs": crumbs(cover),
        "notices": told(request),
    }
    return render(request, "cases/milestones.html", context)


@of_case
def record(request, case, kind):
    """Record one that happened."""
    return _record(request, case, kind, number=None, planned=False)


@of_case
def plan_one(request, case, kind, number):
    """Plan the milestone of a round: what counts backwards from it begins to count."""
    return _record(request, case, kind, number=number, planned=True)


def _record(request, case, kind, *, number, planned):
    plan = plan_of(case)
    word = plan.procedure.milestones.get(kind)
    if word is None or (number is not None and not 1 <= number <= _last_to_plan(plan, kind)):
        raise Http404
    asks_time = kind in plan.procedure.counts_hours_from
    initial = {"day": plan.today}
    form = MilestoneForm(request.POST or None, asks_time=asks_time, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            record_milestone(
                case=case,
                user=request.user,
                kind=kind,
                number=number,
                planned=planned,
                **form.when(),
            )
        except ValidationError as error:
            form.add_error("day", error)
        else:
            return _done(request, case, plan)
    return _form(request, plan, form, kind, planned=planned)


def _last_to_plan(plan, kind):
    """The last round whose milestone can be planned: of a meeting, the one to come."""
    return plan.rounds_of(kind) + (kind in plan.procedure.meetings)


@of_case
def correct(request, case, milestone):
    """Put one on another day; what depends on it is shown before."""
    known = get_object_or_404(CaseMilestone, case=case, pk=milestone)
    plan = plan_of(case)
    initial = {"seen": known.version, "day": known.day, "time": known.time}
    asks_time = known.kind in plan.procedure.counts_hours_from
    form = MilestoneForm(request.POST or None, asks_time=asks_time, initial=initial)
    shown = []
    if request.method == "POST" and form.is_valid():
        if "look" in request.POST:
            shown = effects(plan, moved(plan, known, **form.when()), Wording(plan.procedure))
        else:
            try:
                correct_milestone(
                    case=case,
                    user=request.user,
                    milestone=known,
                    seen=form.cleaned_data["seen"],
                    **form.when(),
                )
            except CaseChangedMeanwhile as stale:
                form.add_error(None, stale_words(stale, plan))
            except ValidationError as error:
                form.add_error("day", error)
            else:
                return _done(request, case, plan)
    lost = effects(plan, without(plan, known), Wording(plan.procedure))
    return _form(request, plan, form, known.kind, known=known, shown=shown, lost=lost)


@require_POST
@of_case
def take_back(request, case, milestone):
    """It did not happen after all."""
    plan = plan_of(case)
    known = CaseMilestone.objects.filter(case=case, pk=milestone).first()
    if known is not None:
        seen = request.POST.get("seen", "")
        try:
            take_back_milestone(
                case=case,
                user=request.user,
                milestone=known,
                seen=int(seen) if seen.isdecimal() else 0,
            )
        except CaseChangedMeanwhile as stale:
            tell(request, Notice(stale_words(stale, plan), went_well=False))
            return redirect("cases:milestones", case.pk)
    return _done(request, case, plan)


def _done(request, case, before):
    after = plan_of(case)
    found = effects(before, after, Wording(after.procedure))
    details = [_("Dates that follow from it:"), *(one.words for one in found)] if found else []
    tell(request, Notice(_("Saved."), details=details))
    return redirect("cases:milestones", case.pk)


def _form(request, plan, form, kind, **more):
    wording = Wording(plan.procedure)
    cover = cover_of(plan, wording)
    context = {
        "cover": cover,
        "form": form,
        "milestone": said_of(plan, kind, wording),
        "breadcrumbs": crumbs(cover),
        "known": None,
        "planned": False,
        "shown": [],
        "lost": [],
        "looked": "look" in request.POST,
    }
    return render(request, "cases/milestone.html", context | more)

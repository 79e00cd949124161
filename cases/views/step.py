"""A step of a case, its branches, and its texts to copy."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.item import SetAsideForm
from cases.forms.milestones import MilestoneForm
from cases.models import CaseItem
from cases.notices import Notice, tell, told
from cases.reading.case.cover import cover_of
from cases.reading.tasks.copying import text_of_step
from cases.reading.tasks.item import crumbs
from cases.reading.tasks.step import step_view
from cases.reading.words.outcomes import notices_of
from cases.services.branches import take_back_branch, take_branch
from cases.services.items import Wanted, change_items
from cases.services.rounds import open_round, take_back_round
from cases.work.load import plan_of

from .access import of_case, of_case_to_read


@of_case_to_read
def step(request, case, step):
    """The guidance of the case's edition with the states of the items in place."""
    plan, found, number = _asked(request, case, step)
    return _page(request, plan, found, number, SetAsideForm())


def _page(request, plan, found, number, set_aside_form):
    context = step_view(plan, found, number, request)
    context |= {"notices": told(request), "set_aside_form": set_aside_form}
    return render(request, "cases/step.html", context)


@require_POST
@of_case
def set_aside(request, case, step):
    """A conditional or offered step does not apply: its open items are not relevant."""
    plan, found, number = _asked(request, case, step, request.POST)
    if not found.place.is_offered:
        raise Http404
    form = SetAsideForm(request.POST)
    if not form.is_valid():
        return _page(request, plan, found, number, form)
    wanted = [
        Wanted(
            step=step,
            item=item.node.key,
            round=number,
            to=CaseItem.State.NOT_RELEVANT,
            seen=item.version,
            reason=form.cleaned_data["reason"],
        )
        for item in found.round(number).items
        if not item.is_settled
    ]
    ticked = change_items(case=case, user=request.user, wanted=wanted)
    for notice in notices_of(plan, plan_of(case), ticked):
        tell(request, notice)
    return redirect(_address(case, step, number) + "#said")


@of_case_to_read
def copy(request, case, step):
    """What was done in the step, as plain text for the record system."""
    plan, found, number = _asked(request, case, step)
    cover = cover_of(plan)
    context = {
        "cover": cover,
        "text": text_of_step(plan, found, number),
        "back": _address(case, step, number),
    }
    return render(request, "cases/copy.html", context | {"breadcrumbs": crumbs(cover)})


@require_POST
@of_case
def branch(request, case, step):
    """A branch of the step applies, or does not after all."""
    _plan, _found, number = _asked(request, case, step, request.POST)
    values = {"case": case, "user": request.user, "step": step, "number": number}
    values["branch"] = request.POST.get("branch", "")
    form = MilestoneForm(request.POST, asks_time=False)
    try:
        if "take_back" in request.POST:
            take_back_branch(**values)
            tell(request, Notice(_("Taken back.")))
        else:
            if not form.is_valid():
                raise ValidationError(_("Say on which day."))
            take_branch(day=form.cleaned_data["day"], **values)
            tell(request, Notice(_("Noted: the branch applies.")))
    except ValidationError as error:
        tell(request, Notice(error.messages[0], went_well=False))
    return redirect(_address(case, step, number) + "#said")


@require_POST
@of_case
def rounds(request, case, step):
    """One more round of the steps that repeat with the step's milestone, or one less."""
    _plan, found, number = _asked(request, case, step, request.POST)
    kind = found.place.node.repeats_with
    change = take_back_round if "take_back" in request.POST else open_round
    try:
        change(case=case, user=request.user, kind=kind, number=_number(request.POST.get("number")))
    except ValidationError as error:
        tell(request, Notice(error.messages[0], went_well=False))
        return redirect(_address(case, step, number) + "#said")
    last = plan_of(case).rounds_of(kind)
    words = _("Round %(number)s is open, with its own deadlines.")
    if change is take_back_round:
        words = _("Taken back. The last round is number %(number)s.")
    tell(request, Notice(words % {"number": last}))
    return redirect(_address(case, step, last) + "#said")


def _asked(request, case, key, data=None):
    """The plan, the step and the round that was asked for: the latest if none was.

    :raises Http404: where the edition has no such step, or the case no such round.
    """
    plan = plan_of(case)
    found = plan.step(key)
    if found is None:
        raise Http404
    asked = (request.GET if data is None else data).get("round")
    number = _number(asked) if asked else found.latest.number
    if found.round(number) is None:
        raise Http404
    return plan, found, number


def _number(text):
    return int(text) if text and text.isdecimal() and len(text) < 4 else 0


def _address(case, step, number):
    return reverse("cases:step", args=[case.pk, step]) + f"?round={number}"

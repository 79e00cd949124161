"""Ticking: many at once, one with all that belongs to it, and undoing."""

import uuid

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.item import ItemForm
from cases.forms.ticks import read_ticks
from cases.models import CaseItem
from cases.notices import Notice, tell
from cases.reading.tasks.item import item_view
from cases.reading.tasks.rows import task_rows
from cases.reading.words.outcomes import notices_of
from cases.services.assigning import assign_item
from cases.services.items import Wanted, change_items
from cases.services.undo import undo as undo_batches
from cases.work.load import plan_of

from .access import of_case, of_case_to_read
from .partial import checklist_answer


@require_POST
@of_case
def tick(request, case):
    """Tick and untick what differs from what was shown."""
    ticks = read_ticks(request.POST)
    before = plan_of(case)
    ticked = change_items(case=case, user=request.user, wanted=ticks.wanted)
    plan = plan_of(case)
    notices = notices_of(before, plan, ticked, ticks.unreadable)
    if request.headers.get("HX-Request") == "true":
        return checklist_answer(request, plan, notices)
    for notice in notices:
        tell(request, notice)
    return redirect(_back(request, case) + "#said")


@require_POST
@of_case
def undo(request, case):
    """Take back what one post did, or several that followed each other quickly."""
    batches = _batches(request)
    try:
        count = undo_batches(case=case, user=request.user, batches=batches)
    except ValidationError as error:
        tell(request, Notice(error.messages[0], went_well=False))
    else:
        words = _("Undone.") if count else _("It was undone before.")
        tell(request, Notice(words))
    return redirect(_back(request, case) + "#said")


def _batches(request):
    """
    :raises Http404: where none is named.
    """
    try:
        batches = [uuid.UUID(batch) for batch in request.POST.get("batch", "").split()]
    except ValueError:
        raise Http404 from None
    if not batches:
        raise Http404
    return batches


@of_case_to_read
def item(request, case, step, item, number):
    """One item: its state, its reason, who does it, and why it is due when it is."""
    plan = plan_of(case)
    found = plan.item(step, item, number)
    if found is None:
        raise Http404
    [row] = task_rows(plan, [found])
    form = ItemForm(request.POST or None, row=row, team=case.team, initial=_initial(found, row))
    if request.method == "POST" and form.is_valid():
        answer = _save(request, case, plan, found, form)
        if answer is not None:
            return answer
    return render(request, "cases/item.html", item_view(plan, found, row) | {"form": form})


def _initial(found, row):
    return {
        "seen": found.version,
        "state": found.state,
        "reason": row.reason,
        "day": row.day,
        "time": row.time,
        "assigned_to": found.row.assigned_to_id if found.row else None,
    }


def _save(request, case, plan, found, form):
    """Save; None where the form has to be shown again."""
    step, key, number = found.place
    data = form.cleaned_data
    wanted = Wanted(
        step=step,
        item=key,
        round=number,
        to=data["state"],
        seen=data["seen"],
        reason=data["reason"],
        day=data.get("day"),
        time=data.get("time"),
    )
    ticked = change_items(case=case, user=request.user, wanted=[wanted])
    notices = notices_of(plan, plan_of(case), ticked)
    if ticked.refused or ticked.conflicts:
        field = "reason" if _lacks_reason(data) else None
        for notice in notices:
            form.add_error(field, notice.text)
        return None
    try:
        person = data["assigned_to"]
        assign_item(case=case, user=request.user, step=step, item=key, number=number, person=person)
    except ValidationError as error:
        form.add_error("assigned_to", error)
        return None
    if not (ticked.changed or ticked.just_before):  # the state stood already; the rest is saved
        notices = [Notice(_("Saved."))]
    for notice in notices:
        tell(request, notice)
    return redirect(reverse("cases:step", args=[case.pk, step]) + f"?round={number}#item-{key}")


def _lacks_reason(data):
    return data["state"] == CaseItem.State.NOT_RELEVANT and not data["reason"]


def _back(request, case):
    """Where the form stood: an address of ours, or the case."""
    asked = request.POST.get("back", "")
    home = reverse("cases:case", args=[case.pk])
    mine = asked.startswith(reverse("cases:my_day"))
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked.partition("#")[0] if mine and safe else home

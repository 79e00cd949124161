"""A part of a screen, for work without loading the page again."""

from django.shortcuts import render

from cases.reading.case.cover import cover_of
from cases.reading.tasks.checklists import checklist_of


def checklist_answer(request, plan, notices):
    """The checklist that was posted, as it stands now, with what is to be announced."""
    shown = [key.removeprefix("seen-") for key in request.POST if key.startswith("seen-")]
    name, back = request.POST.get("list", ""), request.POST.get("back", "")
    context = {
        "checklist": checklist_of(plan, name, back, shown=shown),
        "cover": cover_of(plan),
        "notices": notices,
        "is_partial": True,
    }
    return render(request, "cases/includes/worklist.html", context)

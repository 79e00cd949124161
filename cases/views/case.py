"""A case: on one page, as a story, and who was in it."""

from django.shortcuts import render

from cases.forms.handing_over import DeclineForm
from cases.notices import told
from cases.permissions import may_read_log_of
from cases.reading.case.cover import cover_of
from cases.reading.case.page import case_view
from cases.reading.case.timeline import story_of
from cases.reading.tasks.item import crumbs
from cases.work.load import plan_of

from .access import of_case_to_read


@of_case_to_read
def case(request, case):
    """What is next, the line, and what was recorded."""
    context = case_view(plan_of(case), request.user)
    context |= {
        "decline": DeclineForm(),
        "may_read_log": may_read_log_of(request.user, case),
        "notices": told(request),
    }
    return render(request, "cases/case.html", context)


@of_case_to_read
def timeline(request, case):
    """What happened, the latest first."""
    plan = plan_of(case)
    cover = cover_of(plan)
    asked = request.GET.get("page", "")
    page = int(asked) if asked.isdecimal() and 0 < int(asked) <= 1000 else 1
    context = {
        "cover": cover,
        "story": story_of(plan, page),
        "breadcrumbs": crumbs(cover),
        "notices": told(request),
    }
    return render(request, "cases/timeline.html", context)

"""Deadlines of a case's own."""

import uuid

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.deadlines import DeadlineForm
from cases.notices import Notice, tell, told
from cases.reading.case.cover import cover_of
from cases.reading.recorded.deadlines import deadline_rows
from cases.reading.tasks.item import crumbs
from cases.services.deadlines import drop_deadline, meet_deadline, set_deadline
from cases.work.load import plan_of

from .access import of_case, of_case_to_read


@of_case_to_read
def deadlines(request, case):
    """Those that are open, those that were met, and setting one."""
    plan = plan_of(case)
    form = DeadlineForm(request.POST or None, initial={"form_token": uuid.uuid4()})
    if request.method == "POST" and form.is_valid():
        try:
            set_deadline(case=case, user=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.take(error)
        else:
            tell(request, Notice(_("Saved. It comes in My day in its time.")))
            return redirect("cases:deadlines", case.pk)
    cover = cover_of(plan)
    context = {
        "cover": cover,
        "form": form,
        "rows": deadline_rows(plan, case.deadlines.select_related("set_by")),
        "breadcrumbs": crumbs(cover),
        "notices": told(request),
    }
    return render(request, "cases/deadlines.html", context)


@require_POST
@of_case
def met(request, case, deadline):
    """It is done."""
    meet_deadline(case=case, user=request.user, deadline=deadline)
    tell(request, Notice(_("Done.")))
    return redirect("cases:deadlines", case.pk)


@require_POST
@of_case
def drop(request, case, deadline):
    """It holds no longer."""
    drop_deadline(case=case, user=request.user, deadline=deadline)
    tell(request, Notice(_("Dropped.")))
    return redirect("cases:deadlines", case.pk)

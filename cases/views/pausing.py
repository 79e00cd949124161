"""Letting a case stand still, and going on."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.pausing import PauseForm
from cases.notices import Notice, tell
from cases.reading.case.cover import cover_of
from cases.reading.tasks.item import crumbs
from cases.services.pausing import end_pause, pause_case
from cases.work.load import plan_of

from .access import of_case


@of_case
def pause(request, case):
    """From when to when, and why."""
    plan = plan_of(case)
    form = PauseForm(request.POST or None, initial={"since": plan.today})
    if request.method == "POST" and form.is_valid():
        try:
            pause_case(case=case, user=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.take(error)
        else:
            tell(request, Notice(_("The case stands still.")))
            return redirect("cases:case", case.pk)
    cover = cover_of(plan)
    context = {"cover": cover, "form": form, "breadcrumbs": crumbs(cover)}
    return render(request, "cases/pause.html", context)


@require_POST
@of_case
def resume(request, case):
    """Go on before the pause is over."""
    end_pause(case=case, user=request.user)
    tell(request, Notice(_("The case goes on.")))
    return redirect("cases:case", case.pk)

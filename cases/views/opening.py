"""Opening a case; changing its cover."""

import uuid

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cases.forms.opening import DetailsForm, OpenForm
from cases.notices import Notice, tell
from cases.reading.case.cover import cover_of
from cases.reading.procedure.pathways import pathways_in_force
from cases.reading.tasks.item import crumbs
from cases.reading.words.stale import stale_words
from cases.services.changing import CaseChangedMeanwhile
from cases.services.opening import change_details, open_case
from cases.work.load import plan_of

from .access import of_case, of_team


@of_team
def open_view(request):
    """A new case."""
    pathways = pathways_in_force()
    form = OpenForm(
        request.POST or None,
        user=request.user,
        pathways=pathways,
        initial={"form_token": uuid.uuid4()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            case = open_case(user=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.take(error)
        else:
            tell(request, Notice(_("The case is open. This is what comes first.")))
            return redirect("cases:case", case.pk)
    return render(request, "cases/open.html", {"form": form, "has_pathways": bool(pathways)})


@of_case
def details(request, case):
    """Record number and neutral name."""
    initial = {
        "seen": case.version,
        "record_number": case.record_number,
        "alias": case.alias,
    }
    form = DetailsForm(request.POST or None, initial=initial)
    plan = plan_of(case)
    if request.method == "POST" and form.is_valid():
        try:
            change_details(case=case, user=request.user, **form.cleaned_data)
        except CaseChangedMeanwhile as stale:
            form.add_error(None, stale_words(stale, plan))
        except ValidationError as error:
            form.take(error)
        else:
            tell(request, Notice(_("Saved.")))
            return redirect("cases:case", case.pk)
    cover = cover_of(plan)
    context = {"form": form, "cover": cover, "breadcrumbs": crumbs(cover)}
    return render(request, "cases/details.html", context)

"""Moving many cases at once: choosing, seeing how far it is, and bringing them back."""

import uuid

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.editions import MoveManyForm
from cases.models import Case, CaseMove
from cases.notices import Notice, tell, told
from cases.reading.procedure.behind import SHOWS, behind_cases, behind_row
from cases.reading.procedure.move import progress_of
from cases.services.moves import ask_for_move, bring_back
from cases.work.behind import behind_of

from .access import of_team
from .paging import page_of


@of_team
def changed_pathway(request, key):
    """Cases of one pathway that could move."""
    behind = _behind(request, key)
    row = behind_row(behind)
    show = request.GET.get("show")
    show = show if show in SHOWS else "ready" if row.ready else "needing"
    page = page_of(request, getattr(behind, show).for_work().order_by("pk"))
    context = {
        "row": row,
        "show": show,
        "page_of_cases": page,
        "lines": behind_cases(behind, page.object_list),
        "form": MoveManyForm(initial={"form_token": uuid.uuid4(), "edition": behind.edition.pk}),
        "notices": told(request),
    }
    return render(request, "cases/changed_pathway.html", context)


@require_POST
@of_team
def move_many(request, key):
    """Put the chosen cases on their way, or all that can move by themselves."""
    form = MoveManyForm(request.POST)
    if not form.is_valid():
        raise Http404
    token = form.cleaned_data["form_token"]
    before = CaseMove.objects.filter(asked_by=request.user, form_token=token).first()
    if before is not None:
        return redirect("cases:move", before.pk)
    behind = _behind(request, key)
    cases = behind.ready
    if "all" not in request.POST:
        ticked = [pk for pk in request.POST.getlist("case") if pk.isdecimal() and len(pk) < 16]
        cases = behind.cases.filter(pk__in=ticked)
    try:
        if form.cleaned_data["edition"] != behind.edition.pk:
            raise ValidationError(_("Another edition is in force by now. Look again."))
        move = ask_for_move(
            user=request.user,
            edition=behind.edition,
            cases=cases,
            form_token=token,
        )
    except ValidationError as error:
        tell(request, Notice(error.messages[0], went_well=False))
        return redirect("cases:changed_pathway", key)
    return redirect("cases:move", move.pk)


@of_team
def move(request, move):
    """How far it is."""
    found = _mine(request, move)
    progress = progress_of(found, request.user)
    context = {"move": found, "progress": progress, "notices": told(request)}
    return render(request, "cases/move.html", context)


@require_POST
@of_team
def move_back(request, move):
    """Bring back all that were moved."""
    found = _mine(request, move)
    bring_back(move=found)
    return redirect("cases:move", found.pk)


def _mine(request, pk):
    return get_object_or_404(
        CaseMove.objects.select_related("edition"), pk=pk, asked_by=request.user
    )


def _behind(request, key):
    """Cases of a pathway that are behind.

    :raises Http404: where there are none: all follow the edition in force.
    """
    found = behind_of(Case.objects.worked_on_by(request.user), key)
    if not found:
        raise Http404
    return found[0]

"""The procedure has changed: which cases that touches, and moving one of them."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from cases.forms.editions import StayForm
from cases.models import Case
from cases.notices import Notice, tell, told
from cases.reading.procedure.behind import behind_row
from cases.reading.procedure.changes import changes_view
from cases.services.editions import move_case, stay
from cases.work.behind import behind_of, in_force_for
from cases.work.load import plan_of
from pathways.models import PathwayEdition

from .access import of_case, of_team


@of_team
def changed(request):
    """Pathways of which open cases follow another edition than the one in force."""
    found = behind_of(Case.objects.worked_on_by(request.user))
    context = {"rows": [behind_row(behind) for behind in found], "notices": told(request)}
    return render(request, "cases/changed.html", context)


@of_case
def edition(request, case):
    """What changes for one case; moving it, or saying why it stays."""
    target = in_force_for(case) if case.goes_on else None
    form = StayForm(request.POST if "stay" in request.POST else None)
    if request.method == "POST":
        answer = _post(request, case, form)
        if answer is not None:
            return answer
    plan = plan_of(case)
    if target is None:
        return redirect("cases:case", case.pk)
    context = changes_view(plan, target) | {"form": form, "notices": told(request)}
    form.initial |= {"edition": target.pk, "reason": context["changes"].stays}
    return render(request, "cases/edition.html", context)


def _post(request, case, form):
    """Do what was asked; None where the page has to be shown again."""
    try:
        if "stay" in request.POST:
            if not form.is_valid():
                return None
            reason, wanted = form.cleaned_data["reason"], form.cleaned_data["edition"]
            stay(case=case, user=request.user, edition=_known(wanted), reason=reason)
            tell(request, Notice(_("Noted: the case stays with its edition.")))
        else:
            wanted, seen = _known(request.POST.get("edition")), request.POST.get("seen", "")
            batch = move_case(case=case, user=request.user, edition=wanted, seen=seen)
            number = wanted.number
            words = _("The case follows edition %(number)s now.") % {"number": number}
            tell(request, Notice(words, batches=str(batch or "")))
    except ValidationError as error:
        tell(request, Notice(error.messages[0], went_well=False))
        return redirect("cases:edition", case.pk)
    return redirect("cases:case", case.pk)


def _known(primary_key):
    """The edition that a form names.

    :raises Http404: where there is none such.
    """
    text = str(primary_key or "")
    if not text.isdecimal() or len(text) > 15:
        raise Http404
    found = PathwayEdition.objects.for_reading().filter(pk=int(text)).first()
    if found is None:
        raise Http404
    return found

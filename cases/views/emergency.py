"""Reading a case of another team in an emergency."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.people import EmergencyForm
from cases.models import CaseEmergency
from cases.notices import Notice, tell
from cases.services.emergency import end_emergency, open_in_emergency

from .access import of_case_to_read, of_team


@of_team
def emergency(request):
    """Which case, why, and for how long."""
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            case = open_in_emergency(user=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.take(error)
        else:
            return redirect("cases:case", case.pk)
    return render(request, "cases/emergency.html", {"form": form})


@require_POST
@of_case_to_read
def end(request, case, emergency):
    """End it before its time."""
    known = get_object_or_404(CaseEmergency, case=case, pk=emergency)
    try:
        end_emergency(case=case, user=request.user, emergency=known)
    except PermissionDenied:
        words = _("Only they themselves and the team’s lead end it.")
        raise PermissionDenied(words) from None
    tell(request, Notice(_("The access has ended.")))
    return redirect("cases:case", case.pk) if case.is_ours else redirect("cases:my_day")

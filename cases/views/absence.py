"""Who is away and who stands in."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import Team
from cases.forms.people import AbsenceForm
from cases.models import Absence
from cases.notices import Notice, tell, told
from cases.people import colleagues_of, whose_absence_concerns
from cases.reading.mine.absence import absences_for
from cases.services.absence import be_away, be_back

from .access import of_team


@of_team
def absence(request):
    """Who of my teams is or will be away; saying it of oneself, or as the lead of others."""
    people = list(whose_absence_concerns(request.user))
    own = next((str(each.pk) for each in people if each.user_id == request.user.pk), "")
    form = AbsenceForm(
        request.POST or None,
        people=people,
        substitutes=colleagues_of(request.user),
        initial={"person": own, "first_day": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            known = be_away(user=request.user, **form.wanted())
        except ValidationError as error:
            form.take(error)
        else:
            words = _("Noted: %(person)s stands in.") % {"person": known.substitute}
            tell(request, Notice(words))
            return redirect("cases:absence")
    context = {
        "form": form,
        "absences": absences_for(request.user),
        "notices": told(request),
    }
    return render(request, "cases/absence.html", context)


@require_POST
@of_team
def end(request, absence):
    """The absence ends, or does not begin."""
    mine = Absence.objects.filter(team__in=Team.objects.of(request.user))
    known = get_object_or_404(mine.select_related("user", "team"), pk=absence)
    try:
        be_back(user=request.user, absence=known)
    except PermissionDenied:
        raise PermissionDenied(_("Only they themselves and the team’s lead say so.")) from None
    tell(request, Notice(_("Taken back.")))
    return redirect("cases:absence")

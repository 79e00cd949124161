"""Anonymous consultations: counted, without a case."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import Team
from cases.notices import Notice, tell, told
from cases.reading.team.consultations import team_counts
from cases.services.consultations import count_consultation

from .access import of_team


@of_team
def consultations(request):
    """How many there were, and one more or one less of today."""
    if request.method == "POST":
        return _count(request)
    context = {"teams": team_counts(request.user), "notices": told(request)}
    return render(request, "cases/consultations.html", context)


def _count(request):
    pk, seen = request.POST.get("team", ""), request.POST.get("seen", "")
    asked = int(pk) if pk.isdecimal() and len(pk) < 10 else 0
    team = Team.objects.of(request.user).filter(pk=asked).first()
    if team is None or not seen.isdecimal() or len(seen) > 4:
        raise Http404
    by = -1 if "less" in request.POST else 1
    if count_consultation(user=request.user, team=team, seen=int(seen), by=by):
        tell(request, Notice(_("Counted. Nothing else is kept of it.")))
    else:
        words = _("Nothing was counted: the number has changed since. Look, and count again.")
        tell(request, Notice(words, went_well=False))
    return redirect("cases:consultations")

"""All open work of somebody who leaves, in one go."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Team
from cases.forms.people import LeavingForm
from cases.notices import Notice, tell, told
from cases.people import colleagues_of, with_work_in_led_teams
from cases.services.leaving import hand_over_all, work_left_by

from .access import of_team


@of_team
def leaving(request):
    """Choose whose work, and who is asked; look at how much it is first."""
    if not Team.objects.led_by(request.user).exists():
        raise PermissionDenied(_("Only a team’s lead does this."))
    form = LeavingForm(
        request.POST or None,
        people=with_work_in_led_teams(request.user),
        members=colleagues_of(request.user),
    )
    cases = None
    if request.method == "POST" and form.is_valid():
        person, to = form.cleaned_data["person"], form.cleaned_data["to"]
        if "look" in request.POST:
            cases = work_left_by(person.user, person.team).count()
        else:
            try:
                done = hand_over_all(
                    user=request.user, team=person.team, person=person.user, to=to.user
                )
            except ValidationError as error:
                form.take(error)
            else:
                tell(request, Notice(_words(done), details=_details(done)))
                return redirect("cases:leaving")
    context = {"form": form, "cases": cases, "notices": told(request)}
    return render(request, "cases/leaving.html", context)


def _words(done):
    if done.moved:
        return ngettext(
            "%(n)s responsibility is yours now.",
            "%(n)s responsibilities are yours now.",
            done.moved,
        ) % {"n": done.moved}
    if not done.asked:
        return _("There was nothing more to ask for.")
    return ngettext(
        "Asked once. Nothing moves until there is an answer.",
        "Asked %(n)s times. Nothing moves until there is an answer.",
        done.asked,
    ) % {"n": done.asked}


def _details(done):
    lines = []
    if done.items:
        words = ngettext(
            "%(n)s item is with whoever is responsible for its case again.",
            "%(n)s items are with whoever is responsible for their cases again.",
            done.items,
        )
        lines.append(words % {"n": done.items})
    if done.not_asked:
        words = ngettext(
            "%(n)s is asked of somebody already.",
            "%(n)s are asked of somebody already.",
            done.not_asked,
        )
        lines.append(words % {"n": done.not_asked})
    return lines

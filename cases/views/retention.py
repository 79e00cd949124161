"""How long ended cases are kept, what that erases, and what was erased: for privacy officers."""

from datetime import date
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts import roles
from cases.forms.retention import RetentionForm
from cases.notices import Notice, tell, told
from cases.reading.team.retention import certificate, erased_days, preview, rules
from cases.services.retention import keep_for

from .access import no_store


def for_officers(view):
    """For privacy officers and nobody else."""

    @wraps(view)
    @login_required
    @no_store
    def answer(request, *args, **kwargs):
        if not roles.holds(request.user, roles.Role.PRIVACY_OFFICER):
            raise PermissionDenied(_("Only privacy officers look here."))
        return view(request, *args, **kwargs)

    return answer


@for_officers
def retention(request):
    """All outcomes, and the days on which something was erased."""
    context = {"rules": rules(), "days": erased_days(), "notices": told(request)}
    return render(request, "cases/retention.html", context)


@for_officers
def change(request, outcome):
    """For how long cases with one outcome are kept; first with what that would erase."""
    rule = next((rule for rule in rules() if rule.slug == outcome), None)
    if rule is None:
        raise Http404
    form = RetentionForm(request.POST or None, initial={"months": rule.months})
    shown = None
    if request.method == "POST" and form.is_valid():
        months = form.cleaned_data["months"]
        if "look" not in request.POST:
            keep_for(user=request.user, outcome=outcome, months=months)
            tell(request, Notice(_("Saved. It holds from tomorrow.")))
            return redirect("cases:retention")
        shown = preview(outcome, months) if months else None
    elif rule.months:
        shown = preview(outcome, rule.months)
    context = {"rule": rule, "form": form, "preview": shown}
    return render(request, "cases/retention_change.html", context)


@for_officers
def erased(request, day):
    """The certificate of a day."""
    try:
        found = certificate(date.fromisoformat(day))
    except ValueError:
        raise Http404 from None
    if not found["cases"]:
        raise Http404
    return render(request, "cases/erased.html", {"certificate": found})

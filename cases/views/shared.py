"""What a partner's own people see: the cases that were agreed on, and of each the agreed facts."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access_log import record
from accounts.models.access_entry import Verb
from cases.models import CaseSharing
from cases.permissions import may_be_shown_cases
from cases.reading.case.sharing import plan_of_sharing, shared_with, shown_of

from .access import no_store, refuse


def _of_partner(view):
    """For people of a partner; others are refused."""

    @wraps(view)
    @login_required
    @no_store
    def answer(request, *args, **kwargs):
        if not may_be_shown_cases(request.user):
            raise PermissionDenied(_("Only people of a partner are shown this."))
        return view(request, *args, **kwargs)

    return answer


@_of_partner
def shared(request):
    """What we are shown, by what we know it by."""
    links = shared_with(request.user, timezone.localdate())
    return render(request, "cases/shared.html", {"links": links})


@_of_partner
def shared_case(request, sharing):
    """The agreed facts of one case, as long as the agreement holds."""
    mine = CaseSharing.objects.filter(organisation=request.user.organisation_id)
    found = mine.holding_on(timezone.localdate()).select_related("organisation")
    known = found.filter(pk=sharing).first()
    if known is None:
        gone = mine.filter(pk=sharing).first()
        if gone is not None:
            refuse(request, gone.case_id)
        raise Http404
    record(Verb.VIEWED, ("cases.case", known.case_id), related=request.user.organisation)
    shown = shown_of(known, plan_of_sharing(known))
    return render(request, "cases/shared_case.html", {"shown": shown})

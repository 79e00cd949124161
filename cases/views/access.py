"""Who gets in, and that it is written down: nobody but members of the case's team."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from accounts.access_log import record
from accounts.models.access_entry import Outcome, Verb
from cases.models import Case
from cases.notices import Notice, tell
from cases.permissions import works_with_cases
from cases.services.changing import CaseClosedError

no_store = cache_control(no_store=True, private=True)


def of_team(view):
    """For whoever is in a team; others are refused."""

    @wraps(view)
    @login_required
    @no_store
    def answer(request, *args, **kwargs):
        if not works_with_cases(request.user):
            raise PermissionDenied(_("Only members of a team have cases."))
        return view(request, *args, **kwargs)

    return answer


def of_case(view):
    """For members of the case's team. For others there is no such case, and that is recorded.

    The view gets the case instead of its id.
    """
    return _of_case(view, for_readers=False)


def of_case_to_read(view):
    """The same, and for those who may read the case for a while; services refuse their changes."""
    return _of_case(view, for_readers=True)


def _of_case(view, *, for_readers):
    @wraps(view)
    @login_required
    @no_store
    def answer(request, case, *args, **kwargs):
        found = Case.objects.for_work().as_seen_by(request.user).filter(pk=case).first()
        if found is None:
            refuse(request, case)
        if not (found.is_ours or for_readers):
            raise PermissionDenied(_("You may read this case, but not change it."))
        if request.method in ("GET", "HEAD"):
            record(Verb.VIEWED, found)
        try:
            return view(request, found, *args, **kwargs)
        except CaseClosedError:
            tell(request, Notice(_("The case has ended: nothing was changed."), went_well=False))
            return redirect("cases:case", found.pk)

    return answer


def refuse(request, pk):
    """Answer as if there were no such case.

    :raises Http404: always.
    """
    if Case.objects.filter(pk=pk).exists():
        record(Verb.VIEWED, ("cases.case", pk), outcome=Outcome.REFUSED)
    raise Http404

"""Who was in a case: for its team's lead, and for privacy officers, who see no more than that."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts import roles
from accounts.access_log import record
from accounts.models.access_entry import Verb
from cases.forms.opening import FindForm
from cases.models import Case
from cases.permissions import may_read_log_of, may_work_on
from cases.reading.case.log import entries_of, logged
from cases.work.clock import now_for

from .access import no_store, refuse
from .paging import page_of


@login_required
@no_store
def log(request, case):
    """Every view, change and refusal, the latest first."""
    found = Case.objects.for_work().filter(pk=case).first()
    if found is None or not may_read_log_of(request.user, found):
        refuse(request, case)
    record(Verb.VIEWED, found)
    page = page_of(request, entries_of(found))
    context = {
        "case": found,
        "page_of_entries": page,
        "entries": logged(page.object_list, now_for(found.team)),
        "is_member": may_work_on(request.user, found),
    }
    return render(request, "cases/log.html", context)


@login_required
@no_store
def find_log(request):
    """A case's log by its reference, for privacy officers."""
    if not roles.holds(request.user, roles.Role.PRIVACY_OFFICER):
        raise PermissionDenied(_("Only privacy officers look here."))
    form = FindForm(request.POST or None)
    nothing = False
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"].strip()
        found = Case.objects.filter(reference__iexact=words).first()
        if found is not None:
            return redirect("cases:log", found.pk)
        nothing = True
    return render(request, "cases/find_log.html", {"find": form, "nothing": nothing})

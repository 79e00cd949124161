"""What a partner sees of a case: agreeing on it, ending it, printing it."""

import uuid

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.sharing import SharingForm
from cases.models import CaseSharing
from cases.notices import Notice, tell, told
from cases.reading.case.cover import cover_of
from cases.reading.case.sharing import sharing_rows, shown_of
from cases.reading.case.sheet import paper_crumbs
from cases.reading.tasks.item import crumbs
from cases.reading.words.said import Wording
from cases.services.sharing import end_sharing, share
from cases.work.load import plan_of

from .access import of_case


@of_case
def sharings(request, case):
    """All agreements about the case."""
    plan = plan_of(case)
    wording = Wording(plan.procedure)
    cover = cover_of(plan, wording)
    context = {
        "cover": cover,
        "rows": sharing_rows(plan, wording),
        "breadcrumbs": crumbs(cover),
        "notices": told(request),
    }
    return render(request, "cases/sharings.html", context)


@of_case
def sharing_new(request, case):
    """A new agreement."""
    plan = plan_of(case)
    wording = Wording(plan.procedure)
    form = SharingForm(
        request.POST or None,
        consents=case.consents.filter(withdrawn_on=None),
        named=lambda consent: f"{wording.consent(consent.kind)} ({consent.given_on})",
        initial={"form_token": uuid.uuid4(), "agreed_on": plan.today},
    )
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["form_token"]
        try:
            share(case=case, user=request.user, terms=form.terms(), form_token=token)
        except ValidationError as error:
            form.take(error)
        else:
            tell(request, Notice(_("Saved. They see it from now on.")))
            return redirect("cases:sharings", case.pk)
    cover = cover_of(plan, wording)
    context = {"cover": cover, "form": form, "breadcrumbs": crumbs(cover)}
    return render(request, "cases/sharing_new.html", context)


@require_POST
@of_case
def sharing_end(request, case, sharing):
    """They are shown nothing any more."""
    known = get_object_or_404(CaseSharing, case=case, pk=sharing)
    end_sharing(case=case, user=request.user, sharing=known)
    tell(request, Notice(_("They are shown nothing any more.")))
    return redirect("cases:sharings", case.pk)


@of_case
def sharing_sheet(request, case, sharing):
    """The agreed facts on paper, for whoever has no account."""
    found = CaseSharing.objects.select_related("organisation", "consent")
    known = get_object_or_404(found, case=case, pk=sharing)
    plan = plan_of(case)
    if not known.holds_on(plan.today):
        raise Http404
    cover = cover_of(plan)
    context = {"cover": cover, "shown": shown_of(known, plan), "breadcrumbs": paper_crumbs(cover)}
    return render(request, "cases/sharing_sheet.html", context)

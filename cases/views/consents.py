"""Consents of a case: all, a new one, correcting, withdrawing."""

import uuid

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from cases.forms.consents import TEXTS, ConsentForm, WithdrawForm
from cases.models import CaseConsent
from cases.notices import Notice, tell, told
from cases.reading.case.cover import cover_of
from cases.reading.recorded.consents import consent_rows
from cases.reading.tasks.item import crumbs
from cases.reading.words.said import Wording
from cases.reading.words.stale import stale_words
from cases.services.changing import CaseChangedMeanwhile
from cases.services.consents import TERMS, correct_consent, give_consent, stops, withdraw_consent
from cases.work.load import plan_of

from .access import of_case, of_case_to_read


@of_case_to_read
def consents(request, case):
    """All consents that the pathway asks for."""
    plan = plan_of(case)
    cover = cover_of(plan)
    context = {
        "cover": cover,
        "rows": consent_rows(plan),
        "breadcrumbs": crumbs(cover),
        "notices": told(request),
    }
    return render(request, "cases/consents.html", context)


@of_case
def new(request, case, kind):
    """A consent that was given."""
    plan = plan_of(case)
    word = plan.procedure.consents.get(kind)
    if word is None:
        raise Http404
    wording = Wording(plan.procedure)
    initial = {name: wording.of(getattr(word, name)) for name in TEXTS}
    initial |= {"form_token": uuid.uuid4(), "given_on": plan.today}
    if word.form in CaseConsent.How.values:
        initial["how"] = word.form
    form = ConsentForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            give_consent(
                case=case,
                user=request.user,
                kind=kind,
                terms=form.terms(),
                form_token=form.cleaned_data["form_token"],
            )
        except ValidationError as error:
            form.take(error)
        else:
            return _opened(request, case, plan, kind)
    return _page(request, plan, form, kind, title=_("Record a consent"))


@of_case
def correct(request, case, consent):
    """What was written down wrongly."""
    known = get_object_or_404(CaseConsent, case=case, pk=consent)
    plan = plan_of(case)
    initial = {name: getattr(known, name) for name in TERMS} | {"seen": known.version}
    form = ConsentForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            correct_consent(
                case=case,
                user=request.user,
                consent=known,
                seen=form.cleaned_data["seen"],
                terms=form.terms(),
            )
        except CaseChangedMeanwhile as stale:
            form.add_error(None, stale_words(stale, plan))
        except ValidationError as error:
            form.take(error)
        else:
            return _opened(request, case, plan, known.kind)
    return _page(request, plan, form, known.kind, title=_("Correct a consent"))


@of_case
def withdraw(request, case, consent):
    """It holds no longer: what must stop is shown before and after."""
    known = get_object_or_404(CaseConsent, case=case, pk=consent)
    plan = plan_of(case)
    initial = {"seen": known.version, "day": plan.today}
    form = WithdrawForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_consent(case=case, user=request.user, consent=known, **form.cleaned_data)
        except CaseChangedMeanwhile as stale:
            form.add_error(None, stale_words(stale, plan))
        except ValidationError as error:
            form.take(error)
        else:
            return _withdrawn(request, case, known.kind)
    found = stops(plan, known.kind)
    wording = Wording(plan.procedure)
    return _page(
        request,
        plan,
        form,
        known.kind,
        title=_("Withdraw a consent"),
        known=known,
        begun=[wording.of(item.node.text) for item in found.begun],
        not_begun=[wording.of(item.node.text) for item in found.not_begun],
        done=[wording.of(item.node.text) for item in found.done],
    )


def _opened(request, case, before, kind):
    after = plan_of(case)
    wording = Wording(after.procedure)
    opened = [
        wording.of(item.node.text)
        for item in after.items
        if item.node.consent == kind and not item.waits and before.item(*item.place).waits
    ]
    details = [_("What can begin now:"), *opened] if opened else []
    tell(request, Notice(_("Saved."), details=details))
    return redirect("cases:consents", case.pk)


def _withdrawn(request, case, kind):
    plan = plan_of(case)
    wording = Wording(plan.procedure)
    details = []
    if not plan.has_consent(kind):
        found = stops(plan, kind)
        begun = [wording.of(item.node.text) for item in found.begun]
        waits = [wording.of(item.node.text) for item in found.not_begun]
        details += [_("Stop this now:"), *begun] if begun else []
        details += [_("This cannot begin:"), *waits] if waits else []
    tell(request, Notice(_("The consent is withdrawn."), details=details))
    return redirect("cases:consents", case.pk)


def _page(request, plan, form, kind, *, title, known=None, **more):
    wording = Wording(plan.procedure)
    cover = cover_of(plan, wording)
    word = plan.procedure.consents.get(kind)
    context = {
        "cover": cover,
        "form": form,
        "name": wording.consent(kind),
        "description": wording.of(word.description) if word else "",
        "heading": title,
        "known": known,
        "breadcrumbs": crumbs(cover),
    }
    name = "cases/consent_withdraw.html" if known else "cases/consent.html"
    return render(request, name, context | more)

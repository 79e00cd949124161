"""Handing over: asking, answering, taking the question back."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.handing_over import DeclineForm, HandOverForm
from cases.models import CaseHandover
from cases.notices import Notice, tell, told
from cases.people import to_ask_about
from cases.reading.case.cover import cover_of
from cases.reading.case.page import case_view
from cases.reading.mine.handing_over import questions_in
from cases.reading.tasks.item import crumbs
from cases.reading.words.said import Wording
from cases.services import handing_over
from cases.services.changing import CaseClosedError
from cases.services.news import mark_seen
from cases.work.load import plan_of

from .access import of_case, of_case_to_read, of_team

MOST = 500


@of_case
def hand_over(request, case):
    """Ask somebody to take over the case, or a phase of it."""
    plan = plan_of(case)
    wording = Wording(plan.procedure)
    form = HandOverForm(
        request.POST or None,
        areas=[(phase.key, wording.of(phase.title)) for phase in plan.procedure.pathway.phases],
        memberships=to_ask_about(case, request.user),
    )
    if request.method == "POST" and form.is_valid():
        try:
            handover = handing_over.ask(case=case, user=request.user, **form.wanted())
        except ValidationError as error:
            form.take(error)
        else:
            words = _("%(person)s has been asked. Until there is an answer, nothing moves.")
            tell(request, Notice(words % {"person": handover.person}))
            return redirect("cases:hand_over", case.pk)
    cover = cover_of(plan, wording)
    context = {
        "cover": cover,
        "form": form,
        "questions": questions_in(plan, request.user),
        "breadcrumbs": crumbs(cover),
        "notices": told(request),
    }
    return render(request, "cases/hand_over.html", context)


@require_POST
@of_case_to_read
def accept(request, case, handover):
    """Take over what one was asked to."""
    known = get_object_or_404(CaseHandover, case=case, pk=handover)
    try:
        handing_over.accept(case=case, user=request.user, handover=known)
    except ValidationError as error:
        tell(request, Notice(error.messages[0], went_well=False))
    else:
        tell(request, Notice(_("It is yours now.")))
    return redirect("cases:case", case.pk)


@require_POST
@of_team
def accept_all(request):
    """Take over all that was listed; what cannot be is told."""
    asked = [pk for pk in request.POST.getlist("question") if pk.isdecimal()][:MOST]
    mine = CaseHandover.objects.waiting().filter(person=request.user, pk__in=asked)
    words = []
    for known in mine.select_related("case"):
        try:
            handing_over.accept(case=known.case, user=request.user, handover=known)
        except ValidationError as error:
            words.append(error.messages[0])
        except CaseClosedError:
            words.append(_("The case has ended: nothing was changed."))
    text = _("Not all could be taken over.") if words else _("It is yours now.")
    tell(request, Notice(text, went_well=not words, details=words))
    return redirect("cases:my_day")


@require_POST
@of_case_to_read
def refuse(request, case, handover):
    """Say no; why is welcome."""
    known = get_object_or_404(CaseHandover, case=case, pk=handover)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        context = case_view(plan_of(case), request.user) | {"decline": form, "notices": []}
        return render(request, "cases/case.html", context)
    reason = form.cleaned_data["reason"]
    try:
        handing_over.refuse(case=case, user=request.user, handover=known, reason=reason)
    except ValidationError as error:
        tell(request, Notice(error.messages[0], went_well=False))
        return redirect("cases:case", case.pk)
    tell(request, Notice(_("Declined. Whoever asked is told.")))
    return redirect("cases:my_day")


@require_POST
@of_case
def recall(request, case, handover):
    """Take the question back."""
    known = get_object_or_404(CaseHandover, case=case, pk=handover)
    try:
        handing_over.recall(case=case, user=request.user, handover=known)
    except ValidationError as error:
        tell(request, Notice(error.messages[0], went_well=False))
    else:
        tell(request, Notice(_("Taken back. Everything is as it was.")))
    return redirect("cases:hand_over", case.pk)


@require_POST
@of_team
def seen(request):
    """What was told has been read."""
    mark_seen(request.user, [pk for pk in request.POST.getlist("news") if pk.isdecimal()][:100])
    return redirect("cases:my_day")

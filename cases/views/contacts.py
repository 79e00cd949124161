"""Contacts and meetings of a case."""

import uuid

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.contacts import ContactForm
from cases.notices import Notice, tell, told
from cases.reading.case.cover import cover_of
from cases.reading.recorded.contacts import contacts_view, suggestion
from cases.reading.recorded.meetings import meetings_of
from cases.reading.tasks.item import crumbs
from cases.reading.words.outcomes import notices_of
from cases.reading.words.said import Wording
from cases.services.contacts import count_conversation, note_contact, take_back_contact
from cases.work.load import plan_of

from .access import of_case, of_case_to_read


@of_case_to_read
def contacts(request, case):
    """What was tried and held, what comes next, what is planned."""
    plan, found = plan_of(case), _contacts_of(case)
    cover = cover_of(plan)
    context = contacts_view(plan, found) | {
        "cover": cover,
        "meetings": meetings_of(plan),
        "back": reverse("cases:contacts", args=[case.pk]),
        "breadcrumbs": crumbs(cover),
        "notices": told(request),
    }
    return render(request, "cases/contacts.html", context)


def _contacts_of(case):
    return list(case.contacts.select_related("milestone", "recorded_by"))


@of_case
def new(request, case):
    """Note an attempt or a conversation."""
    plan = plan_of(case)
    wording = Wording(plan.procedure)
    form = ContactForm(
        request.POST or None,
        kinds=[(slug, wording.milestone(slug)) for slug in plan.to_come],
        has_checkpoints=bool(plan.procedure.checkpoints),
        initial={"form_token": uuid.uuid4(), "day": plan.today, "kind": ""},
    )
    if request.method == "POST" and form.is_valid():
        try:
            noted = note_contact(case=case, user=request.user, **form.values())
        except ValidationError as error:
            form.take(error)
        else:
            return _done(request, case, plan, noted)
    cover = cover_of(plan, wording)
    context = {
        "cover": cover,
        "form": form,
        "suggestion": suggestion(plan, _contacts_of(case), wording),
        "breadcrumbs": crumbs(cover),
    }
    return render(request, "cases/contact.html", context)


def _done(request, case, before, noted):
    after = plan_of(case)
    notices = notices_of(before, after, noted.ticked) if noted.ticked.changed else []
    tell(request, Notice(_("The contact is noted.")))
    for notice in notices:
        tell(request, notice)
    return redirect("cases:contacts", case.pk)


@require_POST
@of_case
def take_back(request, case, contact):
    """It was noted by mistake."""
    take_back_contact(case=case, user=request.user, contact=contact)
    tell(request, Notice(_("Taken back.")))
    return redirect("cases:contacts", case.pk)


@require_POST
@of_case
def counts(request, case, milestone):
    """Whether a conversation counts towards the checkpoints."""
    known = case.milestones.filter(pk=milestone, planned=False).first()
    if known is None:
        raise Http404
    count = request.POST.get("counts") == "yes"
    try:
        count_conversation(case=case, user=request.user, milestone=known, counts=count)
    except ValidationError as error:
        tell(request, Notice(error.messages[0], went_well=False))
    else:
        tell(request, Notice(_("It counts.") if count else _("It does not count.")))
    return redirect("cases:contacts", case.pk)

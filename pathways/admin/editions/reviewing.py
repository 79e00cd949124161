"""A proposal: its author waits, a reviewer looks, and it is released, sent back or dropped."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from pathways.editions.checking import errors_in, warnings_in
from pathways.editions.release import release
from pathways.editions.review import approve, drop, is_void, may_approve, plan_of, send_back
from pathways.editions.telling import told
from pathways.editions.trouble import EditionTrouble
from pathways.models import EditionProposal
from pathways.permissions import may_release, may_review

from .forms import ReasonForm
from .overview import seen_pathway
from .releasing import released_message

ANSWER = {
    "label": gettext_lazy("What is to be changed first"),
    "help_text": gettext_lazy("Whoever proposed it gets a mail and reads this here."),
}


def proposal_view(request, proposal_id):
    """Look at a proposal, and do what one may."""
    found = EditionProposal.objects.select_related("pathway", "proposed_by", "approved_by")
    proposal = get_object_or_404(found, pk=proposal_id)
    seen_pathway(request, proposal.pathway_id)
    form = ReasonForm(request.POST if "send_back" in request.POST else None, **ANSWER)
    if request.method == "POST":
        done = _act(request, proposal, form)
        if done:
            return done
    return TemplateResponse(
        request,
        "pathways/admin/editions/proposal.html",
        _context(request.user, proposal, form),
    )


def _context(user, proposal, form):
    plan = plan_of(proposal)
    return {
        "proposal": proposal,
        "pathway": proposal.pathway,
        "form": form,
        "void": proposal.is_open and is_void(proposal, plan),
        "plan": plan,
        "told": told(plan.before, plan.document) if proposal.is_open else [],
        "errors": errors_in(plan) if proposal.is_open else [],
        "warnings": warnings_in(plan) if proposal.is_open else [],
        "may_approve": may_approve(user, proposal, plan),
        "may_review": may_review(user),
        "may_release": may_release(user, proposal.pathway),
    }


def _act(request, proposal, form):
    """Where to go next, or None where something stands in the way."""
    actions = {
        "approve": _approve,
        "send_back": _send_back,
        "release": _release,
        "drop": _drop,
    }
    name = next((name for name in actions if name in request.POST), None)
    if name is None:
        raise PermissionDenied
    try:
        return actions[name](request, proposal, form)
    except EditionTrouble as refusal:
        messages.error(request, str(refusal))
        return redirect("pathways_editions:proposal", proposal.pk)


def _approve(request, proposal, form):
    approve(proposal=proposal, user=request.user, expected_hash=request.POST.get("hash", ""))
    messages.success(request, _("Approved. Whoever proposed it has been told and can release it."))
    return redirect("pathways_editions:proposal", proposal.pk)


def _send_back(request, proposal, form):
    if not may_review(request.user):
        raise PermissionDenied
    if not form.is_valid():
        return None
    send_back(proposal=proposal, user=request.user, answer=form.cleaned_data["reason"])
    messages.success(request, _("Sent back. Whoever proposed it has been told."))
    return redirect("pathways_editions:one", proposal.pathway_id)


def _release(request, proposal, form):
    edition = release(
        pathway=proposal.pathway,
        user=request.user,
        expected_hash=request.POST.get("hash", ""),
        force=proposal.force,
        change_note=proposal.change_note,
        effective_on=proposal.effective_on,
        pages=proposal.pages,
        proposal=proposal,
    )
    messages.success(request, released_message(edition))
    return redirect("pathways_editions:one", proposal.pathway_id)


def _drop(request, proposal, form):
    drop(proposal=proposal, user=request.user)
    messages.success(request, _("The proposal is taken back. The drafts are as they were."))
    return redirect("pathways_editions:one", proposal.pathway_id)

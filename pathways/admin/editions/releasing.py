"""The release screen: what changes, and the three ways on from there."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pathways.editions.checking import errors_in, warnings_in
from pathways.editions.plan import Plan
from pathways.editions.release import release
from pathways.editions.review import propose
from pathways.editions.telling import told
from pathways.editions.trouble import EditionTrouble
from pathways.models import EditionProposal
from pathways.models.edition import Force
from pathways.permissions import may_release

from .forms import ReleaseForm
from .overview import seen_pathway


def release_view(request, pathway_id):
    """Look at the next edition; release it, or ask for approval."""
    pathway = seen_pathway(request, pathway_id)
    if not may_release(request.user, pathway):
        raise PermissionDenied
    chosen = _chosen(request)
    plan = Plan(pathway, chosen)
    if request.method == "POST" and "look" not in request.POST:
        form = ReleaseForm(request.POST, plan=plan)
        done = form.is_valid() and _act(request, form, pathway)
        if done:
            return done
    else:
        form = ReleaseForm(initial=_beginning(request, plan), plan=plan)
    return TemplateResponse(
        request, "pathways/admin/editions/release.html", _context(pathway, plan, form)
    )


def _chosen(request):
    data = request.POST if request.method == "POST" else request.GET
    pages = [int(pk) for pk in data.getlist("pages") if pk.isdigit()]
    return pages if pages or request.method == "POST" or "pages" in data else None


def _beginning(request, plan):
    kept = {
        name: request.POST[name]
        for name in ("force", "change_note", "effective_on", "emergency_reason")
        if name in request.POST
    }
    return {
        "hash": plan.hash,
        "pages": [str(page.pk) for page in plan.chosen],
        "force": Force.EDITORIAL if plan.is_editorial else Force.PRACTICE,
        **kept,
    }


def _context(pathway, plan, form):
    return {
        "pathway": pathway,
        "plan": plan,
        "form": form,
        "told": told(plan.before, plan.document),
        "errors": errors_in(plan),
        "warnings": warnings_in(plan),
        "proposal": EditionProposal.objects.open().filter(pathway=pathway).first(),
    }


def _act(request, form, pathway):
    """Where to go next, or None where the form says what stands in the way."""
    data = form.cleaned_data
    values = {
        "pathway": pathway,
        "user": request.user,
        "expected_hash": data["hash"],
        "force": data["force"],
        "change_note": data["change_note"],
        "effective_on": data["effective_on"],
        "pages": form.chosen(),
    }
    try:
        if "propose" in request.POST:
            proposal = propose(**values)
            messages.success(request, _("Reviewers have been told. You see here what they say."))
            return redirect("pathways_editions:proposal", proposal.pk)
        edition = release(**values, emergency_reason=data["emergency_reason"])
    except EditionTrouble as refusal:
        form.add_error(None, str(refusal))
        return None
    messages.success(request, released_message(edition))
    return redirect("pathways_editions:one", pathway.pk)


def released_message(edition):
    """What happened and what readers see."""
    if edition.has_begun:
        return _("Edition %s is released. Readers see it now.") % edition.number
    return _("Edition %s is released. Readers see it from its date on.") % edition.number

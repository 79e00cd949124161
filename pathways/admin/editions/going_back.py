"""Withdrawing an edition, restoring an older one, discarding drafts: each asks first."""

from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pathways.editions.plan import changed_pages
from pathways.editions.trouble import EditionTrouble
from pathways.editions.withdrawing import discard, restore, withdraw
from pathways.models import PathwayEdition
from pathways.permissions import may_release

from .forms import ReasonForm
from .overview import seen_pathway


def withdraw_view(request, edition_id):
    """Say why; then the edition before it is in force again."""
    edition, pathway = _edition(request, edition_id)
    form = ReasonForm(request.POST or None, label=_("Why is it withdrawn?"))
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(edition=edition, user=request.user, reason=form.cleaned_data["reason"])
        except EditionTrouble as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Edition %s is withdrawn.") % edition.number)
            return redirect("pathways_editions:one", pathway.pk)
    return _ask(request, "withdraw", pathway, edition=edition, form=form)


def restore_view(request, edition_id):
    """Write the edition into the drafts; the release screen comes next."""
    edition, pathway = _edition(request, edition_id)
    if request.method == "POST":
        try:
            pages = restore(edition=edition, user=request.user)
        except EditionTrouble as refusal:
            messages.error(request, str(refusal))
            return redirect("pathways_editions:one", pathway.pk)
        chosen = QueryDict(mutable=True)
        chosen.setlist("pages", [str(pk) for pk in pages])
        address = reverse("pathways_editions:release", args=[pathway.pk])
        return redirect(f"{address}?{chosen.urlencode()}")
    changed = changed_pages(pathway)
    return _ask(request, "restore", pathway, edition=edition, changed=changed)


def discard_view(request, pathway_id):
    """Let the drafts be what readers see."""
    pathway = seen_pathway(request, pathway_id)
    if not may_release(request.user, pathway):
        raise PermissionDenied
    if request.method == "POST":
        try:
            discard(pathway=pathway, user=request.user)
        except EditionTrouble as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The drafts are what readers see."))
        return redirect("pathways_editions:one", pathway.pk)
    return _ask(request, "discard", pathway, changed=changed_pages(pathway))


def _edition(request, edition_id):
    edition = get_object_or_404(PathwayEdition, pk=edition_id, pathway__isnull=False)
    pathway = seen_pathway(request, edition.pathway_id)
    if not may_release(request.user, pathway):
        raise PermissionDenied
    return edition, pathway


def _ask(request, what, pathway, **context):
    template = f"pathways/admin/editions/{what}.html"
    return TemplateResponse(request, template, {"pathway": pathway, **context})

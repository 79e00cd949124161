"""All pathways with their editions, and one pathway with all of its editions."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.permissions import page_permission_policy

from pathways.editions.plan import changed_pages
from pathways.editions.showing import bring_up_to_date
from pathways.editions.trouble import EditionTrouble
from pathways.models import EditionProposal, PathwayEdition, PathwayPage, StructureDraft
from pathways.permissions import may_release, may_review


def source_pathways():
    """Pathway pages in the language that their structure is kept in."""
    pages = PathwayPage.objects.select_related("locale").order_by("path")
    firsts = {}
    for page in pages.order_by("pk"):
        firsts.setdefault(page.translation_key, page.pk)
    return pages.filter(pk__in=firsts.values())


def seen_pathway(request, pathway_id):
    """The pathway, for somebody who may release or review; it shows what is in force.

    :raises PermissionDenied: for everybody else.
    """
    pathway = get_object_or_404(PathwayPage.objects.select_related("locale"), pk=pathway_id)
    if not (may_release(request.user, pathway) or may_review(request.user)):
        raise PermissionDenied
    try:
        bring_up_to_date(pathway.key)
    except EditionTrouble as trouble:
        messages.error(request, str(trouble))
    return pathway


def all_pathways(request):
    """For each pathway what is in force, what waits and what is not released yet."""
    if not may_see_editions(request.user):
        raise PermissionDenied
    in_force = {e.key: e for e in PathwayEdition.objects.in_force().defer("snapshot")}
    waiting = {e.key: e for e in PathwayEdition.objects.waiting().defer("snapshot")}
    proposals = {p.pathway_id: p for p in EditionProposal.objects.open()}
    rows = [
        {
            "pathway": pathway,
            "in_force": in_force.get(pathway.key),
            "waiting": waiting.get(pathway.key),
            "proposal": proposals.get(pathway.pk),
        }
        for pathway in source_pathways()
    ]
    return TemplateResponse(
        request,
        "pathways/admin/editions/all.html",
        {"rows": rows, "page_title": _("Editions"), "header_icon": "history"},
    )


def may_see_editions(user):
    """Whether the screens are of use: to editors and reviewers."""
    return may_review(user) or page_permission_policy.user_has_permission(user, "publish")


def one_pathway(request, pathway_id):
    """All editions of a pathway, and what can be done."""
    pathway = seen_pathway(request, pathway_id)
    editions = (
        PathwayEdition.objects.of(pathway.key)
        .select_related("withdrawal__withdrawn_by", "released_by", "approved_by")
        .prefetch_related("texts")
        .defer("snapshot")
    )
    in_force = PathwayEdition.objects.in_force().filter(key=pathway.key).defer("snapshot").first()
    proposal = EditionProposal.objects.open().filter(pathway=pathway).first()
    context = {
        "pathway": pathway,
        "editions": editions,
        "in_force": in_force,
        "waiting": PathwayEdition.objects.waiting().filter(key=pathway.key).first(),
        "proposal": proposal,
        "changed": changed_pages(pathway),
        "structure": StructureDraft.objects.filter(pathway=pathway).exists(),
        "may_release": may_release(request.user, pathway),
    }
    return TemplateResponse(request, "pathways/admin/editions/one.html", context)

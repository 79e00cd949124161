"""All that the checks find in one pathway."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from pathways.checks.live import source_pathway_of
from pathways.models import PathwayPage

from .rows import finding_rows


def checks_view(request, page_id):
    """For whoever may edit the pathway or look after it."""
    pathway = get_object_or_404(PathwayPage, pk=page_id)
    permissions = pathway.permissions_for_user(request.user)
    if not (permissions.can_edit() or permissions.can_lock()):
        raise PermissionDenied
    pathway = source_pathway_of(pathway)
    rows = finding_rows(pathway)
    context = {
        "pathway": pathway,
        "errors": [row for row in rows if row.finding.blocks],
        "warnings": [row for row in rows if not row.finding.blocks],
        "page_title": _("Checks"),
        "page_subtitle": pathway.title,
        "header_icon": "glasses",
    }
    return TemplateResponse(request, "pathways/admin/checks.html", context)

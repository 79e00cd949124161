"""All lists in full."""

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from pathways.admin.editions.panel import ProposalsPanel

from .sections import SECTIONS, works_on_pages


def work_view(request):
    """What waits, for whoever works on pages."""
    if not works_on_pages(request.user):
        raise PermissionDenied
    context = {
        "proposals": ProposalsPanel(request.user),
        "sections": [(section, list(section.rows(request.user))) for section in SECTIONS],
        "page_title": _("What waits"),
        "header_icon": "tasks",
    }
    return TemplateResponse(request, "pathways/admin/work.html", context)

"""What the checks find on the page that is being edited, for Wagtail's own side panel."""

from django import template
from django.urls import reverse

from pathways.admin.checks.rows import finding_rows
from pathways.checks.live import source_pathway_of
from pathways.models.base import GuidancePage

register = template.Library()


@register.inclusion_tag("pathways/admin/side_panel_findings.html")
def pathway_findings(page):
    """Findings of the page; none for a page that is in no pathway or not saved yet."""
    if not (isinstance(page, GuidancePage) and page.pk):
        return {}
    pathway = source_pathway_of(page)
    if pathway is None:
        return {}
    rows = finding_rows(pathway)
    place = f"{_kind(page)}:{page.key}"
    return {
        "shown": True,
        "here": [row for row in rows if row.finding.place[0] == place],
        "elsewhere": sum(row.finding.place[0] != place for row in rows),
        "whole_url": reverse("pathways_checks", args=[pathway.pk]),
    }


def _kind(page):
    return {"pathwaypage": "pathway", "phasepage": "phase", "steppage": "step"}.get(
        page._meta.model_name, page._meta.model_name
    )

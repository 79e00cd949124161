"""What reports about guidance have in common."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView

from pathways.admin.home.sections import works_on_pages


class GuidanceReport(ReportView):
    """For whoever works on pages."""

    is_searchable = False

    def dispatch(self, request, *args, **kwargs):
        if not works_on_pages(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class GuidanceMenuItem(MenuItem):
    """Shown to those who may read the reports."""

    def is_shown(self, request):
        return works_on_pages(request.user)


def edit_address(page_id):
    return reverse("wagtailadmin_pages:edit", args=[page_id])

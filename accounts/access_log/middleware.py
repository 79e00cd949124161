"""Lets entries know the request, and records downloads of lists and refusals."""

from django.urls import reverse
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from accounts.models.access_entry import Outcome, Verb

from .recording import record
from .request import answering


def access_log(get_response):
    """Middleware; after the one that knows who is signed in."""

    def answer(request):
        with answering(request):
            response = get_response(request)
            if _is_export(request, response):
                record(Verb.EXPORTED)
            if _is_refusal(request, response):
                read = request.method in ("GET", "HEAD")
                record(Verb.VIEWED if read else Verb.CHANGED, outcome=Outcome.REFUSED)
            return response

    return answer


def _is_export(request, response):
    """Wagtail's lists and reports have one way to be downloaded."""
    return (
        response.status_code == 200
        and request.GET.get("export") in SpreadsheetExportMixin.FORMATS
        and "attachment" in response.headers.get("Content-Disposition", "")
    )


def _is_refusal(request, response):
    """Whether somebody who is signed in was sent away; the admin does it by sending them home."""
    home = reverse("wagtailadmin_home")
    sent_home = (
        response.status_code == 302
        and request.path.startswith(home)
        and response.url == home
        and "next" not in request.POST
    )
    return (sent_home or response.status_code == 403) and request.user.is_authenticated

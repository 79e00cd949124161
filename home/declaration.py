"""The short address that Danish public bodies give their accessibility statement."""

from django.http import Http404, HttpResponseRedirect

from home.models import AccessibilitySettings


def declaration(request):
    """Lead from ``/was`` to the published statement, where there is one."""
    found = AccessibilitySettings.for_request(request)
    if found.country != AccessibilitySettings.Country.DENMARK or not found.declaration_url:
        raise Http404
    return HttpResponseRedirect(found.declaration_url)

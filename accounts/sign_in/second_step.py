"""Who must have a second step, and what leads them to it."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

ONWARD = "after_second_step"
FORBIDDEN = 403


def must_have_it(user) -> bool:
    """Whether a role of the user asks for it; a superuser counts as having every role."""
    roles = settings.MFA_REQUIRED_GROUPS
    if not roles or not user.is_authenticated:
        return False
    return user.is_superuser or user.groups.filter(name__in=roles).exists()


def lacks_it(user) -> bool:
    """Whether the user must have a second step and has none."""
    return must_have_it(user) and not is_mfa_enabled(user)


class SecondStepMiddleware:
    """Nobody whose role asks for a second step goes on without one, whatever the address."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if _is_free(request) or not lacks_it(request.user):
            return self.get_response(request)
        if "application/json" in request.headers.get("accept", ""):
            return JsonResponse({"error": _("Set up your second step first.")}, status=FORBIDDEN)
        if request.method == "GET":
            request.session[ONWARD] = request.get_full_path()
        messages.warning(request, _("Your role asks for a second step. Set it up to go on."))
        return redirect("mfa_activate_totp")


def _is_free(request):
    """Readers without a session, plain files, and the pages that lead to a second step."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return True
    ways = (reverse("account_home"), settings.STATIC_URL, reverse("wagtailadmin_logout"))
    return request.path.startswith(ways)

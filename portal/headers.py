"""Headers that differ between readers' pages and the admin."""

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.urls import reverse
from django.utils.cache import patch_cache_control


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy everywhere; in the admin, what Wagtail needs beyond it."""

    def process_response(self, request, response):
        if _is_admin(request):
            # A preview is made by a reader's page, which has brought its own.
            response.headers.pop(HEADER, None)
        return super().process_response(request, response)

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if _is_admin(request) and not report_only:
            parts.replace = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts


def same_site_only(get_response):
    """Middleware: other sites may not embed what is served here."""

    def answer(request):
        response = get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return answer


def kept_nowhere(get_response):
    """Middleware: what somebody with a session got is not kept, by browsers or on the way.

    Plain files say for how long they are good, and Wagtail says the same of its admin.
    """

    def answer(request):
        response = get_response(request)
        lasts = "max-age" in response.headers.get("Cache-Control", "")
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not lasts:
            patch_cache_control(response, private=True, no_store=True)
        return response

    return answer


def _is_admin(request):
    return request.path_info.startswith(reverse("wagtailadmin_home"))

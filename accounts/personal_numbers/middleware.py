"""A plain answer where a form of Wagtail's own lets a personal number through to the last line."""

from django.http import JsonResponse
from django.shortcuts import render

from .last_line import PersonalNumberRefused

UNPROCESSABLE = 422


class PersonalNumberMiddleware:
    """Says what was refused and how to get back to what was typed. Nothing of it is logged."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer for :class:`PersonalNumberRefused`; leave all else to others."""
        if not isinstance(exception, PersonalNumberRefused):
            return None
        words = exception.messages
        if "application/json" in request.headers.get("accept", ""):
            return JsonResponse({"success": False, "errors": words}, status=UNPROCESSABLE)
        context = {"refused": words}
        return render(request, "accounts/personal_number.html", context, status=UNPROCESSABLE)

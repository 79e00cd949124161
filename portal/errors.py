"""Pages for what goes wrong, each with a way on."""

import logging
from urllib.parse import urlencode

from django.http import HttpResponseBadRequest, HttpResponseNotFound, HttpResponseServerError
from django.template import loader
from django.urls import reverse

from home.nearby import nearby

logger = logging.getLogger(__name__)

LAST_RESORT = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Something went wrong here</title></head>
<body><h1>Something went wrong here</h1><p>Try again in a minute.</p>
<p><a href="/">Go to the front page</a></p></body>
</html>
"""


def bad_request(request, exception):
    """400: without the request, whose host or form may be what cannot be read."""
    return HttpResponseBadRequest(loader.render_to_string("400.html"))


def page_not_found(request, exception):
    """404: names the pages that the reader may have meant."""
    context = {"nearby": nearby(request), "sign_in": _sign_in(request)}
    return HttpResponseNotFound(loader.render_to_string("404.html", context, request))


def _sign_in(request):
    """For whoever is not signed in: some pages are there for those who are."""
    user = getattr(request, "user", None)
    if user is None or user.is_authenticated:
        return ""
    return f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}"


def server_error(request):
    """500: asks neither the database nor, if that is what broke, the templates."""
    try:
        return HttpResponseServerError(loader.render_to_string("500.html"))
    except Exception:
        logger.exception("The page for errors could not be shown")
        return HttpResponseServerError(LAST_RESORT)

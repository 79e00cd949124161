"""Which language a reader gets where the address does not say it."""

import re

from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

_NORWEGIAN = re.compile(r"\b(?:no|nn)(?:-[a-z0-9]+)*\b", re.IGNORECASE)


class AddressLanguageMiddleware(LocaleMiddleware):
    """The address decides; without a language in it, the browser's own list does.

    Unlike Django's own, it sends nobody from an address that does not exist to the same
    one with a language before it, where there is no page either: the 404 page names the
    ways on. Norwegian of any kind is answered in bokmål.
    """

    def process_request(self, request):
        accepted = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
        request.META["HTTP_ACCEPT_LANGUAGE"] = _NORWEGIAN.sub("nb", accepted)
        super().process_request(request)

    def process_response(self, request, response):
        if not translation.get_language_from_path(request.path_info):
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", translation.get_language())
        return response

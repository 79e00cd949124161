"""A plain answer where an edition is not what was released."""

import logging

from django.shortcuts import render

from .trouble import BrokenEdition

logger = logging.getLogger(__name__)


class BrokenEditionMiddleware:
    """Says which edition it is; nothing that somebody has changed in the database is shown."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer for :class:`BrokenEdition`; leave all else to others."""
        if not isinstance(exception, BrokenEdition):
            return None
        logger.error("%s", exception)
        return render(request, "broken_edition.html", {"message": exception}, status=500)

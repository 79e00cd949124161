"""What somebody gets who may not read a page."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import resolve_url
from django.utils.cache import add_never_cache_headers

from accounts.models import PartnerAccess

from .reader import reader_of


def refuse(page, request):
    """The door for somebody who may be of our staff; otherwise there is no such page.

    That a page for a partner exists says with whom we work: only its readers learn of it.

    :raises Http404: for whoever is signed in, and for everybody where a partner is named.
    """
    if request.user.is_authenticated or _names_partners(page):
        raise Http404
    response = redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
    add_never_cache_headers(response)
    return response


def only_for_its_readers(page, request, _args, _kwargs):
    """A ``before_serve_page`` hook; Wagtail's own check comes after it."""
    return None if reader_of(request).may_read(page) else refuse(page, request)


def _names_partners(page):
    ends = range(page.steplen, len(page.path) + 1, page.steplen)
    line = [page.path[:end] for end in ends]
    return PartnerAccess.objects.filter(restriction__page__path__in=line).exists()

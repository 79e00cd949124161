"""The living page of components. It exists only for those who may open the editors' part."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import override

from .exhibits import groups


def styleguide(request):
    """Every component in every state; in English, whatever the reader's language is."""
    user = request.user
    if not (user.is_active and (user.is_staff or user.has_perm("wagtailadmin.access_admin"))):
        raise Http404
    with override("en"):
        return render(request, "styleguide/styleguide.html", {"groups": groups(request)})

"""The address without a language."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import get_script_prefix
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from .models import HomePage


@require_safe
@cache_control(public=True, max_age=600)
@vary_on_headers("Accept-Language")
def first_visit(request):
    """Lead to the front page in the first language of the browser's list that has one.

    Nothing is remembered: from here on the address carries the language.
    """
    pages = HomePage.objects.live().public()
    fronts = set(pages.values_list("locale__language_code", flat=True))
    code = _first(request, fronts or dict(settings.LANGUAGES))
    return HttpResponseRedirect(f"{get_script_prefix()}{code}/")


def _first(request, available):
    for wanted, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        try:
            code = get_supported_language_variant(wanted)
        except LookupError:
            continue
        if code in available:
            return code
    in_order = [settings.LANGUAGE_CODE, *dict(settings.LANGUAGES)]
    return next(code for code in in_order if code in available)

"""Where a page stands: what is above it, and which languages it exists in."""

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, override
from wagtail.models import Page

from .links import link_to


def surroundings(page, request) -> dict:
    """``breadcrumbs`` from the front page down, ``languages`` in the portal's order."""
    above = [page.path[:end] for end in range(2 * page.steplen, len(page.path), page.steplen)]
    around = Q(path__in=above) | Q(translation_key=page.translation_key, live=True)
    found = list(Page.objects.filter(around).select_related("locale").order_by("path"))
    language = page.locale.language_code
    versions = {
        version.locale.language_code: version
        for version in found
        if version.translation_key == page.translation_key
    }
    return {
        "breadcrumbs": [link_to(p, request, language) for p in found if p.path in above],
        "languages": [
            {
                "code": code,
                "name": name,
                "url": versions[code].get_url(request),
                "absolute_url": request.build_absolute_uri(versions[code].get_url(request)),
                "current": versions[code].pk == page.pk,
            }
            for code, name in settings.WAGTAIL_CONTENT_LANGUAGES
            if code in versions
        ],
    }


def languages_of_address(request, name, *args, only=None) -> list[dict]:
    """The languages of an address that is no page of the tree; what was asked for stays.

    :param only: codes of the languages that have it; all of the portal's if not given.
    """
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    choices = []
    for code, label in settings.WAGTAIL_CONTENT_LANGUAGES:
        if only is None or code in only:
            with override(code):
                url = reverse(name, args=args) + asked
            choices.append(
                {
                    "code": code,
                    "name": label,
                    "url": url,
                    "absolute_url": request.build_absolute_uri(url),
                    "current": code == get_language(),
                }
            )
    return choices

"""Where a page stands: what is above it, and which languages it exists in."""

from django.conf import settings
from django.db.models import Q
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

"""The picture's address: drawn once for each state of what it shows, then kept."""

import hashlib
from itertools import groupby

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from pathways.models import PathwayPage, StepPage

from .drawing import Drawing, draw

A_DAY = 86_400
A_MONTH = 30 * A_DAY


@require_safe
@cache_control(public=True, max_age=A_DAY)
def preview(request, key=None):
    """The line of a pathway in the language of the address; without a key the portal's sign."""
    drawing = _of_pathway(request, key) if key else _of_portal(request)
    state = hashlib.sha256(repr(drawing).encode()).hexdigest()
    picture = cache.get_or_set(f"preview-{state}", lambda: draw(drawing), A_MONTH)
    return HttpResponse(picture, content_type="image/png", headers={"ETag": f'"{state}"'})


def _of_pathway(request, key):
    pages = PathwayPage.objects.live().public().only("title", "path", "depth")
    pathway = get_object_or_404(pages, key=key, locale__language_code=get_language())
    steps = StepPage.objects.live().public().descendant_of(pathway).order_by("path")
    rows = steps.values_list("path", "necessity")
    phases = tuple(
        tuple(necessity for _path, necessity in group)
        for _parent, group in groupby(rows, key=lambda row: row[0][: -StepPage.steplen])
    )
    count = sum(map(len, phases))
    counted = ngettext("%(count)s step", "%(count)s steps", count) % {"count": count}
    return Drawing(
        title=pathway.title,
        above=_portal_name(request),
        below=f"{_('Pathway')} · {counted}",
        stations=phases,
    )


def _of_portal(request):
    return Drawing(
        title=_portal_name(request),
        above="",
        below="",
        stations=(("mandatory", "mandatory", "conditional", "offer", "mandatory", "conditional"),),
    )


def _portal_name(request):
    """The title of the front page in the language that is being read."""
    site = Site.find_for_request(request)
    root = site.root_page if site else None
    fronts = Page.objects.filter(
        translation_key=root.translation_key if root else None,
        locale__language_code=get_language(),
    )
    return fronts.values_list("title", flat=True).first() or (root.title if root else "")

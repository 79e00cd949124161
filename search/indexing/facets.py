"""By what the pages that were found can be narrowed down: pathway, phase, who acts."""

from django.db.models import Q
from wagtail.models import Page

from pathways.models import PathwayPage, PhasePage, StepPage

PATHWAY, PHASE, AUDIENCE = "pathway", "phase", "audience"


def facets_of(page) -> list[str]:
    """“pathway:KEY”, “phase:KEY”, “audience:ROLE”, sorted."""
    found = {f"{PATHWAY}:{key}" for key in _pathways(page)}
    phase = _phase(page)
    if phase:
        found.add(f"{PHASE}:{phase}")
    found |= {f"{AUDIENCE}:{slug}" for slug in _roles(page)}
    return sorted(found)


def _pathways(page):
    """The pathway above a page; for methods, templates and articles those of their package."""
    if isinstance(page, PathwayPage):
        return [page.key]
    above = Q(path__in=_above(page))
    if getattr(page, "package", ""):
        above |= Q(package=page.package, locale=page.locale_id)
    return PathwayPage.objects.filter(above).values_list("key", flat=True)


def _phase(page):
    if isinstance(page, PhasePage):
        return page.key
    return PhasePage.objects.filter(path__in=_above(page)).values_list("key", flat=True).first()


def _above(page):
    return [page.path[:end] for end in range(Page.steplen, len(page.path), Page.steplen)]


def _roles(page):
    """Roles that do something in a step or answer for something in a phase."""
    if isinstance(page, StepPage):
        rows = [*page.roles.select_related("role"), *page.items.select_related("role")]
    elif isinstance(page, PhasePage):
        rows = page.responsibilities.select_related("role")
    else:
        rows = []
    return {row.role.slug for row in rows if row.role_id}

"""Which view shows which kind of page."""

from pathways.models import (
    ArticleIndexPage,
    ArticlePage,
    DocumentTemplatePage,
    MethodIndexPage,
    MethodPage,
    PathwayIndexPage,
    PathwayPage,
    PhasePage,
    StepPage,
    TemplateIndexPage,
)

from .in_force import InForce, as_in_force, in_force_for
from .library import article_view, method_view, template_view
from .lists import index_view
from .pathway import pathway_view, phase_view
from .since import edition_note
from .step import step_view
from .surroundings import surroundings

VIEWS = {
    PathwayIndexPage: index_view,
    MethodIndexPage: index_view,
    TemplateIndexPage: index_view,
    ArticleIndexPage: index_view,
    PathwayPage: pathway_view,
    PhasePage: phase_view,
    StepPage: step_view,
    MethodPage: method_view,
    DocumentTemplatePage: template_view,
    ArticlePage: article_view,
}


def view_of(page, request):
    """The view of a page."""
    return VIEWS[type(page)](page, request)


def context_of(page, request) -> dict:
    """What a page's template needs: its view, its place, its languages and its edition."""
    # A preview shows the draft; everybody else sees the edition in force.
    current = InForce() if getattr(request, "is_preview", False) else in_force_for(page)
    view = view_of(as_in_force(page, current), request)
    came_from = getattr(view, "came_from", None)
    keep = came_from.query if came_from else ""
    around = surroundings(page, request, keep)
    return around | {"view": view, "edition": edition_note(page, current)}

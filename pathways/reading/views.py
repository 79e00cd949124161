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

from .library import article_view, method_view, template_view
from .lists import index_view
from .pathway import pathway_view, phase_view
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
    """What a page's template needs: its view, its place and its languages."""
    return {"view": view_of(page, request)} | surroundings(page, request)

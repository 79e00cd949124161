"""Addresses that are not pages of the tree."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views
from .archive.urls import urlpatterns as archive_urls
from .deadlines.views import deadlines
from .feedback.views import feedback
from .feeds import PathwayFeed
from .pdf.views import pathway_pdf
from .preview.views import preview

app_name = "pathways"

urlpatterns = [
    path(_("glossary/"), views.glossary, name="glossary"),
    path(_("glossary/<slug:slug>/"), views.term, name="term"),
    path(_("pathways-side-by-side/"), views.comparison, name="comparison"),
    path(_("who-does-what/<slug:key>/"), views.who_does_what, name="who"),
    path(_("deadlines/<slug:key>/"), deadlines, name="deadlines"),
    *archive_urls,
    path(_("was-it-clear/<slug:key>/"), feedback, name="feedback"),
    path("feeds/<slug:key>.atom", PathwayFeed(), name="feed"),
    path("pdf/<slug:key>.pdf", pathway_pdf, name="pdf"),
    path("preview/<slug:key>.png", preview, name="preview"),
    path("preview.png", preview, name="preview"),
]

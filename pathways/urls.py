"""Addresses that are not pages of the tree."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "pathways"

urlpatterns = [
    path(_("glossary/"), views.glossary, name="glossary"),
    path(_("glossary/<slug:slug>/"), views.term, name="term"),
]

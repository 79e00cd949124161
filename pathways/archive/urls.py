"""Addresses of editions."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

urlpatterns = [
    path(_("editions/<slug:key>/"), views.editions, name="editions"),
    path(_("editions/<slug:key>/<int:number>/"), views.pathway, name="edition"),
    path(
        _("editions/<slug:key>/<int:number>/phase/<slug:phase>/"), views.phase, name="edition_phase"
    ),
    path(_("editions/<slug:key>/<int:number>/step/<slug:step>/"), views.step, name="edition_step"),
    path(
        _("editions/<slug:key>/<int:before>-<int:after>/"),
        views.comparison,
        name="edition_comparison",
    ),
    path(
        _("editions/<slug:key>/<int:before>-<int:after>.txt"),
        views.comparison_text,
        name="edition_comparison_text",
    ),
]

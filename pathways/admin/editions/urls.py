"""Addresses below /admin/editions/."""

from django.urls import path

from .going_back import discard_view, restore_view, withdraw_view
from .ordering import order_view
from .overview import all_pathways, one_pathway
from .releasing import release_view
from .reviewing import proposal_view

app_name = "pathways_editions"

urlpatterns = [
    path("", all_pathways, name="all"),
    path("<int:pathway_id>/", one_pathway, name="one"),
    path("<int:pathway_id>/release/", release_view, name="release"),
    path("<int:pathway_id>/order/", order_view, name="order"),
    path("<int:pathway_id>/discard/", discard_view, name="discard"),
    path("edition/<int:edition_id>/withdraw/", withdraw_view, name="withdraw"),
    path("edition/<int:edition_id>/restore/", restore_view, name="restore"),
    path("proposal/<int:proposal_id>/", proposal_view, name="proposal"),
]

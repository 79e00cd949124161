"""The order of phases and steps as a draft: it comes into force with the next edition."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from pathways.document.shape import shape_of
from pathways.models import PathwayPage, PhasePage, StepPage, StructureDraft
from pathways.permissions import may_release

from .plan import Plan
from .release import waits_message
from .trouble import ReleaseRefused


def pages_in_order(pathway):
    """Phases and steps of the pathway, drafts too, with the keys of those that are taken out.

    :returns: ``(rows, out)``; rows are (page, key of its phase or ``""``), as they will stand.
    """
    shape = shape_of(Plan(pathway).document)
    phases = {page.key: page for page in _below(PhasePage, pathway)}
    steps = {page.key: page for page in _below(StepPage, pathway)}
    rows = [(steps.pop(key), "") for key in shape["steps"] if key in steps]
    for part in shape["phases"]:
        if part["key"] in phases:
            rows.append((phases.pop(part["key"]), ""))
            rows += [(steps.pop(key), part["key"]) for key in part["steps"] if key in steps]
    out = [*phases.values(), *steps.values()]
    return rows, out


def _below(model, pathway):
    pages = model.objects.filter(path__startswith=pathway.path, locale_id=pathway.locale_id)
    return pages.exclude(latest_revision=None, live=False).order_by("path")


@transaction.atomic
def arrange(*, pathway, user, shape):
    """Keep a new order for the next edition; the order that is in force needs none.

    :raises PermissionDenied: where the user does not publish here.
    :raises ReleaseRefused: while an edition waits for its date.
    """
    pathway = PathwayPage.objects.select_for_update().get(pk=pathway.pk)
    if not may_release(user, pathway):
        raise PermissionDenied
    plan = Plan(pathway)
    if plan.waiting:
        raise ReleaseRefused(waits_message(plan.waiting))
    StructureDraft.objects.filter(pathway=pathway).delete()
    if shape != shape_of(Plan(pathway).document):
        StructureDraft.objects.create(pathway=pathway, shape=shape, changed_by=user)

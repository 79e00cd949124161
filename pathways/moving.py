"""Moving checklist items and branches to another step of the same pathway.

Both pages change in their drafts; readers see it when both are published, in either order.
The row keeps its key and its translations (``pathways.translation.moved``).
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from pathways.models import PathwayPage, StepPage
from pathways.permissions import may_move_rows

MOVABLE = ("items", "branches")


class MoveRefused(ValueError):
    """Nothing was moved. ``field`` names what stands in the way: a relation or ``to_step``."""

    def __init__(self, field, message):
        self.field = field
        super().__init__(message)


def other_steps(page):
    """The steps of the pathway that a step belongs to, in order, without itself."""
    pathway = PathwayPage.objects.ancestor_of(page).get()
    return StepPage.objects.descendant_of(pathway).exclude(pk=page.pk).order_by("path")


def move_row(*, row_key, relation, from_page, to_page, user):
    """Move one row; see :func:`move_rows`."""
    move_rows(rows=[(relation, row_key)], from_page=from_page, to_page=to_page, user=user)


@transaction.atomic
def move_rows(*, rows, from_page, to_page, user):
    """Take rows out of one step's draft and put them at the end of another's.

    :param rows: pairs of relation (``items`` or ``branches``) and key.
    :raises PermissionDenied: where the user may not change both pages.
    :raises MoveRefused: when a row is gone, the other step has its key, or the steps do not
        belong together.
    """
    _check_pages(from_page, to_page, user)
    pages = StepPage.objects.select_for_update()
    source = pages.get(pk=from_page.pk).get_latest_revision_as_object()
    target = pages.get(pk=to_page.pk).get_latest_revision_as_object()
    for relation, key in rows:
        _move(relation, key, source, target)
    for page in (source, target):
        page.save_revision(user=user, log_action=True, clean=False)


def _check_pages(from_page, to_page, user):
    if not (may_move_rows(user, from_page) and may_move_rows(user, to_page)):
        raise PermissionDenied
    if not other_steps(from_page).filter(pk=to_page.pk).exists():
        raise MoveRefused("to_step", _("Choose another step of the same pathway."))


def _move(relation, key, source, target):
    if relation not in MOVABLE:
        raise MoveRefused("items", _("Only checklist items and branches can be moved."))
    leaving, arriving = getattr(source, relation), getattr(target, relation)
    row = next((row for row in leaving.all() if row.key == key), None)
    if row is None:
        raise MoveRefused(relation, _("“%(page)s” no longer has this.") % {"page": source})
    live = type(row).objects.filter(page_id=target.pk, key=key)
    live = live.exclude(translation_key=row.translation_key)  # it came from there
    if any(there.key == key for there in arriving.all()) or live.exists():
        message = _("“%(page)s” already has “%(row)s”, or one with the same key.")
        raise MoveRefused(relation, message % {"page": target, "row": row})
    leaving.remove(row)
    row.sort_order = 1 + max((there.sort_order or 0 for there in arriving.all()), default=-1)
    arriving.add(row)

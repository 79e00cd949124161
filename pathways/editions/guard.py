"""In a pathway with an edition nothing that readers see changes but by release.

The last of three layers, and the one that holds for whoever calls what: receivers without a
sender, since scheduled expiry, moves and deletions work on plain ``Page`` objects.
"""

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import pre_page_move

from pathways.models.base import KeyedRow

from .opening import is_open
from .reach import has_live_released_below, is_translation, released_pathway_of

# What editing a draft of a live page writes into its row.
OF_THE_DRAFT = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
    "owner",
}


class NotByRelease(PermissionDenied):
    """Something that readers see was about to change outside of a release."""

    def __init__(self, pathway):
        self.pathway = pathway
        reason = _("“%(pathway)s” has editions: what readers see changes by releasing one.")
        super().__init__(reason % {"pathway": pathway})


def refuse_publishing(page):
    """For ``publish()``, which could also set a date that lies ahead.

    :raises NotByRelease:
    """
    if not is_open():
        _refuse(page, going_live=True)


def refuse_saving(sender, instance, raw=False, update_fields=None, **_kwargs):
    """Receiver of ``pre_save``.

    :raises NotByRelease: before a page goes live, ends being live, or changes while it is.
    """
    if raw or is_open() or not isinstance(instance, Page) or not instance.path:
        return
    before = None if instance._state.adding else _stored(instance)
    if before is None:
        changes = instance.live
    elif not before.live:
        changes = instance.live and (update_fields is None or "live" in update_fields)
    else:
        changes = _differs(instance, before, update_fields)
    if changes:
        _refuse(instance, going_live=instance.live)


def _stored(instance):
    return type(instance)._base_manager.filter(pk=instance.pk).first()


def _differs(instance, before, update_fields):
    """Whether saving would change a live row beyond what belongs to its draft."""
    if update_fields is None and getattr(instance, "_cluster_related_objects", None):
        return True
    ours = OF_THE_DRAFT | instance.get_deferred_fields()
    return any(
        field.value_to_string(instance) != field.value_to_string(before)
        for field in instance._meta.concrete_fields
        if not {field.name, field.attname} & ours
        and (update_fields is None or {field.name, field.attname} & set(update_fields))
    )


def _refuse(page, going_live):
    pathway = released_pathway_of(page)
    if pathway and not (going_live and is_translation(page, pathway)):
        raise NotByRelease(pathway)


def refuse_row(sender, instance, raw=False, **_kwargs):
    """Receiver of ``pre_save`` and ``pre_delete`` of rows, such as a checklist's.

    :raises NotByRelease: where a row of a page that readers see would come, change or go.
    """
    if raw or is_open() or not isinstance(instance, KeyedRow):
        return
    page = Page.objects.filter(pk=instance.page_id, live=True).first()
    if page:
        _refuse(page, going_live=True)


def refuse_deleting(sender, instance, **_kwargs):
    """Receiver of ``pre_delete``.

    :raises NotByRelease: where readers would lose a page, this one or one below it.
    """
    if not is_open() and isinstance(instance, Page) and has_live_released_below(instance):
        raise NotByRelease(released_pathway_of(instance) or instance)


def refuse_moving(sender, instance, parent_page_after, **_kwargs):
    """Receiver of ``pre_page_move``, which reordering sends too.

    :raises NotByRelease: where something that readers see would stand elsewhere.
    """
    if is_open():
        return
    if has_live_released_below(instance):
        raise NotByRelease(released_pathway_of(instance) or instance)
    pathway = released_pathway_of(parent_page_after)
    if pathway and Page.objects.filter(path__startswith=instance.path, live=True).exists():
        raise NotByRelease(pathway)


def connect():
    """Called once, when all models are there."""
    pre_save.connect(refuse_saving, dispatch_uid="editions_refuse_saving")
    pre_save.connect(refuse_row, dispatch_uid="editions_refuse_row")
    pre_delete.connect(refuse_row, dispatch_uid="editions_refuse_row_deleted")
    pre_delete.connect(refuse_deleting, dispatch_uid="editions_refuse_deleting")
    pre_page_move.connect(refuse_moving, dispatch_uid="editions_refuse_moving")

"""What is recorded by itself, wherever it was done.

``QuerySet.update()`` and ``bulk_create()`` send no signals: code that changes people or
visibility does not use them.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from wagtail.models import CollectionViewRestriction, GroupPagePermission, PageViewRestriction

from accounts.models import Membership, PartnerAccess
from accounts.models.access_entry import Verb

from .recording import record

POWERS = ("is_active", "is_superuser")
RESTRICTIONS = (PageViewRestriction, CollectionViewRestriction)


def connect():
    """Listen; called once, when the apps are ready."""
    User = get_user_model()
    pre_save.connect(_remember_powers, User, dispatch_uid="log_powers_before")
    post_save.connect(_account_saved, User, dispatch_uid="log_account_saved")
    post_delete.connect(_account_deleted, User, dispatch_uid="log_account_deleted")
    m2m_changed.connect(_roles_changed, User.groups.through, dispatch_uid="log_roles")
    m2m_changed.connect(_rights_changed, User.user_permissions.through, dispatch_uid="log_rights")
    m2m_changed.connect(_rights_changed, Group.permissions.through, dispatch_uid="log_role_rights")
    post_save.connect(_role_saved, Group, dispatch_uid="log_role_saved")
    post_delete.connect(_role_saved, Group, dispatch_uid="log_role_deleted")
    post_save.connect(_page_right, GroupPagePermission, dispatch_uid="log_page_right")
    post_delete.connect(_page_right, GroupPagePermission, dispatch_uid="log_page_right_taken")
    post_save.connect(_member_saved, Membership, dispatch_uid="log_member_saved")
    post_delete.connect(_member_removed, Membership, dispatch_uid="log_member_removed")
    post_save.connect(_partner_access, PartnerAccess, dispatch_uid="log_partner_access")
    post_delete.connect(_partner_access, PartnerAccess, dispatch_uid="log_partner_access_taken")
    for model in RESTRICTIONS:
        name = model._meta.model_name
        post_save.connect(_visibility, model, dispatch_uid=f"log_{name}")
        post_delete.connect(_visibility, model, dispatch_uid=f"log_{name}_taken")
        m2m_changed.connect(_readers, model.groups.through, dispatch_uid=f"log_{name}_groups")


def _remember_powers(instance, update_fields=None, **_kwargs):
    instance.powers_before = None
    touched = update_fields is None or set(POWERS) & set(update_fields)
    if instance.pk and touched:
        users = type(instance).objects.filter(pk=instance.pk)
        instance.powers_before = users.values_list(*POWERS).first()


def _account_saved(instance, created, **_kwargs):
    before = instance.powers_before
    if created:
        record(Verb.ACCOUNT_MADE, instance)
    elif before and before != tuple(getattr(instance, name) for name in POWERS):
        record(Verb.ACCOUNT_CHANGED, instance)


def _account_deleted(instance, **_kwargs):
    record(Verb.ACCOUNT_DELETED, instance)


def _roles_changed(instance, action, reverse, model, pk_set, **_kwargs):
    """Both ways round: a person's roles and a role's people."""
    verb = Verb.ROLE_GIVEN if action == "post_add" else Verb.ROLE_TAKEN
    if action == "pre_clear":
        related = instance.user_set if reverse else instance.groups
        pk_set = related.values_list("pk", flat=True)
    elif action not in ("post_add", "post_remove"):
        return
    for pk in sorted(pk_set):
        other = (model._meta.label_lower, pk)
        person, role = (other, instance) if reverse else (instance, other)
        record(verb, person, related=role)


def _rights_changed(instance, action, **_kwargs):
    if action in ("post_add", "post_remove", "post_clear"):
        person = isinstance(instance, get_user_model())
        record(Verb.ACCOUNT_CHANGED if person else Verb.ROLE_CHANGED, instance)


def _role_saved(instance, **_kwargs):
    record(Verb.ROLE_CHANGED, instance)


def _page_right(instance, **_kwargs):
    role = ("auth.group", instance.group_id)
    record(Verb.ROLE_CHANGED, role, related=("wagtailcore.page", instance.page_id))


def _member_saved(instance, created, **_kwargs):
    _member(Verb.MEMBER_ADDED if created else Verb.MEMBER_CHANGED, instance)


def _member_removed(instance, **_kwargs):
    _member(Verb.MEMBER_REMOVED, instance)


def _member(verb, membership):
    team = ("accounts.team", membership.team_id)
    record(verb, team, related=("accounts.user", membership.user_id))


def _visibility(instance, **_kwargs):
    record(Verb.VISIBILITY_CHANGED, _restricted(instance))


def _partner_access(instance, **_kwargs):
    page = _restricted(instance.restriction)
    record(
        Verb.VISIBILITY_CHANGED, page, related=("accounts.organisation", instance.organisation_id)
    )


def _readers(instance, action, **_kwargs):
    if action in ("post_add", "post_remove", "post_clear"):
        record(Verb.VISIBILITY_CHANGED, _restricted(instance), related=instance)


def _restricted(restriction):
    """The page or collection, without asking for it."""
    if isinstance(restriction, PageViewRestriction):
        return "wagtailcore.page", restriction.page_id
    return "wagtailcore.collection", restriction.collection_id

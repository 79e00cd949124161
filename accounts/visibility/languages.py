"""Who may read a page is the same in all its languages, and in its aliases.

Wagtail keeps a restriction for each page: those of the other versions follow the one that was
changed, in the same transaction.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction

from accounts.models import PartnerAccess

COPIED = ("restriction_type", "password")
_following = ContextVar("following", default=False)


def connect():
    """Listen; called once, when the apps are ready."""
    post_save.connect(_restricted, PageViewRestriction, dispatch_uid="versions_restricted")
    post_delete.connect(_opened, PageViewRestriction, dispatch_uid="versions_opened")
    m2m_changed.connect(
        _roles_changed, PageViewRestriction.groups.through, dispatch_uid="versions_roles"
    )
    post_save.connect(_partners_changed, PartnerAccess, dispatch_uid="versions_partners")
    post_delete.connect(_partners_changed, PartnerAccess, dispatch_uid="versions_partners_taken")
    post_save.connect(_page_made, dispatch_uid="versions_made")


@contextmanager
def _leading():
    """What is written to the others leads nobody on."""
    token = _following.set(True)
    try:
        with transaction.atomic():
            yield
    finally:
        _following.reset(token)


def _versions(page):
    """The page in other languages, and what is shown as an alias of it."""
    same = Q(translation_key=page.translation_key) | Q(alias_of=page)
    if page.alias_of_id:
        same |= Q(pk=page.alias_of_id)
    return Page.objects.filter(same).exclude(pk=page.pk)


def _restricted(instance, raw=False, **_kwargs):
    if not raw and not _following.get():
        _follow(instance)


def _roles_changed(instance, action, reverse, **_kwargs):
    if action.startswith("post_") and not reverse and not _following.get():
        _follow(instance)


def _partners_changed(instance, origin=None, **_kwargs):
    if not _following.get() and (origin is None or _is_about(origin, PartnerAccess)):
        _follow(instance.restriction)


def _opened(instance, origin=None, **_kwargs):
    """A page that is deleted takes its own restriction with it, and no other."""
    if _following.get() or not _is_about(origin, PageViewRestriction):
        return
    with _leading():
        PageViewRestriction.objects.filter(page__in=_versions(instance.page)).delete()


def _is_about(origin, model):
    """Whether a deletion began with these rows themselves."""
    return isinstance(origin, model) or getattr(origin, "model", None) is model


def _page_made(sender, instance, created=False, raw=False, **_kwargs):
    """A new version of a page that is not for everybody is not, either."""
    if not created or raw or not issubclass(sender, Page) or _following.get():
        return
    known = PageViewRestriction.objects.filter(page__in=_versions(instance)).first()
    if known:
        _follow(known)


def _follow(restriction):
    """Make the other versions' restrictions like this one."""
    versions = list(_versions(restriction.page))
    if not versions:
        return
    roles = set(restriction.groups.values_list("pk", flat=True))
    partners = dict(restriction.partners.values_list("organisation", "until"))
    with _leading():
        for page in versions:
            other = PageViewRestriction.objects.filter(page=page).first()
            other = other or PageViewRestriction(page=page)
            if other.pk is None or any(_differ(other, restriction, name) for name in COPIED):
                for name in COPIED:
                    setattr(other, name, getattr(restriction, name))
                other.save()
            if set(other.groups.values_list("pk", flat=True)) != roles:
                other.groups.set(roles)
            set_partners(other, partners)


def _differ(one, other, name):
    return getattr(one, name) != getattr(other, name)


def set_partners(restriction, wanted):
    """Let in these partners and no others; only what differs is written.

    :param wanted: ``{organisation's id: last day}``
    """
    for access in restriction.partners.all():
        until = wanted.get(access.organisation_id)
        if until is None:
            access.delete()
        elif access.until != until:
            access.until = until
            access.save()
    known = set(restriction.partners.values_list("organisation", flat=True))
    for organisation, until in wanted.items():
        if organisation not in known:
            PartnerAccess.objects.create(
                restriction=restriction, organisation_id=organisation, until=until
            )

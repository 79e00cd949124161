"""Somebody who reads: anybody, one of our staff, or somebody from a partner."""

from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from accounts.models import Organisation
from accounts.roles import Role


@dataclass(eq=False)
class Reader:
    """What one reader may see. Asks the database once for pages and once for collections.

    :param is_staff: has a role with us and works for no partner.
    :param partner: the id of the partner that the person works for.
    """

    is_staff: bool = False
    is_superuser: bool = False
    partner: int | None = None
    groups: frozenset = field(default_factory=frozenset)

    @property
    def is_public(self):
        """Whether the reader sees what everybody sees."""
        return not (self.is_staff or self.partner or self.groups)

    @cached_property
    def closed(self) -> tuple[str, ...]:
        """Tree paths of pages at which, and below which, the reader gets no further."""
        return self._closed(PageViewRestriction, "page__path", self._partner_is_let_in)

    @cached_property
    def closed_collections(self) -> tuple[str, ...]:
        """The same for collections of documents and images."""
        return self._closed(CollectionViewRestriction, "collection__path")

    @cached_property
    def as_public(self):
        """What everybody sees, for a staff page that says what others do not get."""
        return self if self.is_public else public_reader()

    def may_read(self, page):
        """Whether the reader is let in to the page, if it is live."""
        return not page.path.startswith(self.closed)

    def readable(self, pages, path="path"):
        """The query without pages that the reader is not let in to.

        :param pages: a query of pages, or of rows whose page's path is named by ``path``.
        """
        return pages.exclude(_below(self.closed, path)) if self.closed else pages

    def may_open_collection(self, collection):
        return not collection.path.startswith(self.closed_collections)

    @property
    def _partner_is_let_in(self):
        """“Signed in” means staff, and partners that are named beside it until a day."""
        return Q(
            restriction_type=PageViewRestriction.LOGIN,
            partners__organisation=self.partner,
            partners__until__gte=timezone.localdate(),
        )

    def _closed(self, model, path, partner_is_let_in=None):
        if self.is_superuser:
            return ()
        restrictions = model.objects.all()
        if self.is_staff:
            restrictions = restrictions.exclude(restriction_type=model.LOGIN)
        if self.groups:
            let_in = Q(restriction_type=model.GROUPS, groups__in=self.groups)
            restrictions = restrictions.exclude(pk__in=_ids(model, let_in))
        if self.partner and partner_is_let_in:
            restrictions = restrictions.exclude(pk__in=_ids(model, partner_is_let_in))
        return tuple(restrictions.values_list(path, flat=True).distinct())


def _ids(model, condition):
    return model.objects.filter(condition).values("pk")


def _below(paths, name):
    """At or below one of the paths; none of them twice."""
    condition, last = Q(), None
    for path in sorted(paths):
        if last is None or not path.startswith(last):
            condition, last = condition | Q(**{f"{name}__startswith": path}), path
    return condition


def public_reader() -> Reader:
    """Anybody at all."""
    return Reader()


def partner_reader(organisation_id) -> Reader:
    """Somebody from a partner."""
    return Reader(partner=organisation_id)


def reader_of(request) -> Reader:
    """Who is reading, worked out once a request.

    A preview and whatever is made for everybody say it beforehand, as ``request.reader``.
    """
    reader = getattr(request, "reader", None)
    if reader is None:
        reader = request.reader = _reader(getattr(request, "user", None))
    return reader


def _reader(user):
    """What somebody's roles and employer make of them: without a role, nobody in particular."""
    if user is None or not user.is_authenticated or not user.is_active:
        return public_reader()
    if user.is_superuser:
        return Reader(is_staff=True, is_superuser=True)
    rows = get_user_model().objects.filter(pk=user.pk, groups__isnull=False)
    rows = list(rows.values_list("groups", "groups__name", "organisation__kind"))
    names = {name for _id, name, _kind in rows}
    works_for_partner = Organisation.Kind.PARTNER in {kind for _id, _name, kind in rows}
    is_staff = bool(names - {Role.PARTNER.value}) and not works_for_partner
    is_partner = Role.PARTNER.value in names and works_for_partner
    return Reader(
        is_staff=is_staff,
        partner=user.organisation_id if is_partner else None,
        groups=frozenset(group for group, _name, _kind in rows),
    )

"""The way to one's cases, on every page, for those who have any."""

from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from pathways.reading.links import Link

from .permissions import leading, may_be_shown_cases


def casework(request):
    """``casework``: the links of a case worker, or nothing; asked for only where shown."""
    return {"casework": SimpleLazyObject(lambda: _links(request))}


def _links(request):
    user = getattr(request, "user", None)
    if user is None:
        return ()
    match = getattr(request, "resolver_match", None)
    here = match.view_name if match else ""
    leads = leading(user)
    names = _of_partner(user) if leads is None else _of_worker(leads)
    return tuple(Link(title, reverse(name), current=here == name) for title, name in names)


def _of_worker(leads):
    names = [
        (_("My day"), "cases:my_day"),
        (_("Cases"), "cases:cases"),
        (_("Open a case"), "cases:open"),
        (_("Anonymous consultations"), "cases:consultations"),
    ]
    return [*names, (_("My team"), "cases:team")] if leads else names


def _of_partner(user):
    return [(_("Shared with us"), "cases:shared")] if may_be_shown_cases(user) else []

"""Writing to the access log."""

from django.db import connection, transaction
from django.utils import timezone

from accounts.models.access_entry import AccessEntry, Outcome

from .chain import digest_of
from .request import current_request


def record(verb, obj=None, *, related=None, actor=None, outcome=Outcome.DONE, request=None):
    """Add an entry. It stands or falls with the transaction around it.

    :param obj: what it was done to, as a saved object or as ``(type, id)``.
    :param related: what else it is about: the role that somebody got, the member of a team.
    :param actor: who did it; without one, whoever is signed in to the request.
    :param request: where it was done; without one, the request that is being answered.
    """
    request = request or current_request()
    object_type, object_id = _reference(obj)
    related_type, related_id = _reference(related)
    entry = AccessEntry(
        at=timezone.now(),
        actor_id=_actor(actor, request),
        verb=verb,
        outcome=outcome,
        object_type=object_type,
        object_id=object_id,
        related_type=related_type,
        related_id=related_id,
        route=_route(request),
    )
    with transaction.atomic():
        if connection.vendor == "sqlite":
            # Its transactions write one after the other, so that the last entry is the last.
            last = AccessEntry.objects.order_by("-pk").values_list("digest", flat=True).first()
            entry.digest = digest_of(entry, last or "")
        entry.save()
    return entry


def _reference(obj):
    if obj is None:
        return "", ""
    if isinstance(obj, tuple):
        return obj[0], str(obj[1])
    return obj._meta.label_lower, str(obj.pk)


def _actor(actor, request):
    if actor is None:
        actor = getattr(request, "user", None)
    return getattr(actor, "pk", None)


def _route(request):
    """The address's name: the address itself may hold what somebody typed."""
    match = getattr(request, "resolver_match", None)
    return match.view_name[:200] if match else ""

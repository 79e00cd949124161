"""What those who may read a page that is not for everybody are told about it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts import roles

from .reader import reader_of


@dataclass(frozen=True)
class PartnerNote:
    """A partner whose people may read the page, and the last day."""

    name: str
    until: date


@dataclass(frozen=True)
class ReadersNote:
    """Who else gets to the page. Partners do not learn of each other."""

    for_staff: bool
    roles: list[str]
    partners: list[PartnerNote]


def readers_note(page, request) -> ReadersNote | None:
    """None on a page for everybody. Asks nothing more for readers who see what all see."""
    reader = reader_of(request)
    if reader.is_public or reader.as_public.may_read(page):
        return None
    restrictions = list(
        PageViewRestriction.objects.filter(page__path__in=_line(page)).prefetch_related(
            "groups", "partners__organisation"
        )
    )
    let_in = _partners(restrictions)
    if not reader.is_staff:
        let_in = {key: access for key, access in let_in.items() if key == reader.partner}
    return ReadersNote(
        for_staff=reader.is_staff,
        roles=sorted({roles.label(role) for one in restrictions for role in one.groups.all()}),
        partners=[PartnerNote(name, until) for name, until in let_in.values()],
    )


def _line(page):
    return [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]


def _partners(restrictions):
    """``{id: (name, last day)}`` of those whom every restriction lets in."""
    found = None
    for restriction in restrictions:
        here = {
            access.organisation_id: (access.organisation.name, access.until)
            for access in restriction.partners.all()
            if access.until >= timezone.localdate()
        }
        if found is None:
            found = here
        else:
            found = {
                key: (name, min(until, here[key][1]))
                for key, (name, until) in found.items()
                if key in here
            }
    return found or {}

"""What changed since the edition before, in short, for the pages of a pathway."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from django.core.cache import cache
from django.utils.translation import gettext as _

from accounts.visibility import Reader
from pathways.archive.address import comparison_url, editions_url
from pathways.models import PathwayEdition

from .difference import difference_of
from .difference.rows import ADDED, CHANGED, LABELS, MOVED, REMOVED
from .in_force import KINDS, InForce
from .links import Link

A_WEEK = 7 * 24 * 60 * 60


@dataclass(frozen=True)
class EditionNote:
    """The edition that a page shows. ``here``: what changed on this very page, in words."""

    number: int
    since: date
    change_note: str
    editions: Link
    changes: Link | None = None
    here: list[str] = field(default_factory=list)


def edition_note(page, current: InForce) -> EditionNote | None:
    """None where the pathway has no edition. No query where the cache knows what changed."""
    edition, before = current.edition, current.before
    if edition is None:
        return None
    note = EditionNote(
        number=edition.number,
        since=edition.effective_on,
        change_note=edition.change_note,
        editions=Link(_("All editions"), editions_url(edition.key)),
    )
    if before is None:
        return note
    words = _("What changed since edition %(number)s") % {"number": before.number}
    url = comparison_url(edition.key, before.number, edition.number)
    kind = KINDS[type(page)]
    tags = changes_between(before, edition).get(f"{kind}:{page.key}", [])
    if tags and kind != "pathway":
        url += f"#differs-{kind}-{page.key}"
    return replace(note, changes=Link(words, url), here=[str(LABELS[tag]) for tag in tags])


class _Anybody(Reader):
    """Gets to all pages; blocks for staff alone are no change for others."""

    closed = ()


def changes_between(before, after) -> dict[str, list[str]]:
    """Which kinds of changes there are on each page: ``{"step:contact": ["text", "deadline"]}``.

    Editions never change, so it is worked out once.
    """
    key = f"changes:{before.hash}:{after.hash}"
    known = cache.get(key)
    if known is None:
        known = _worked_out(before, after)
        cache.set(key, known, A_WEEK)
    return known


def _worked_out(before, after):
    pair = PathwayEdition.objects.filter(pk__in=[before.pk, after.pk]).order_by("number")
    old, new = (edition.document() for edition in pair.for_reading())
    difference = difference_of(old, new, new.source_language, reader=_Anybody())
    return {f"{page.kind}:{page.key}": _tags(page) for page in difference.pages}


def _tags(page):
    found = Counter(tag for row in page.rows for tag in row.tags)
    found.update([page.status] if page.status in (ADDED, REMOVED) else [])
    found.update([MOVED] if page.moved else [])
    found.update(fact.kind for fact in page.facts if page.status == CHANGED)
    return [tag for tag in LABELS if found[tag]]

"""Editions that came into force lately, for the front page and for feeds."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from pathways.archive.address import comparison_url
from pathways.models import PathwayEdition

from .difference.rows import LABELS
from .since import changes_between


@dataclass(frozen=True)
class Released:
    """An edition and the one before it. ``on`` is the moment since when it counts."""

    edition: PathwayEdition
    before: PathwayEdition
    on: datetime

    @property
    def url(self):
        """What changed with it."""
        return comparison_url(self.edition.key, self.before.number, self.edition.number)

    @property
    def title(self):
        """“Edition 3: what changes”, as far as its change note says so."""
        words = {"number": self.edition.number, "note": self.edition.change_note}
        if not self.edition.change_note:
            return _("Edition %(number)s") % words
        return _("Edition %(number)s: %(note)s") % words

    def kinds_of_changes(self) -> list[str]:
        """“Deadline”, “Wording” …: what changed with it on any page."""
        pages = changes_between(self.before, self.edition)
        found = {tag for tags in pages.values() for tag in tags}
        return [str(LABELS[tag]) for tag in LABELS if tag in found]


def released_lately(limit, keys=None) -> list[Released]:
    """The newest editions in force or replaced, without the first of each pathway; two queries.

    :param keys: of pathways; all if not given.
    """
    standing = PathwayEdition.objects.standing()
    earlier = standing.filter(key=OuterRef("key"), number__lt=OuterRef("number"))
    found = standing.filter(effective_on__lte=timezone.localdate())
    if keys is not None:
        found = found.filter(key__in=keys)
    found = found.annotate(before_id=Subquery(earlier.order_by("-number").values("pk")[:1]))
    found = found.filter(before_id__isnull=False).defer("snapshot")
    newest = list(found.order_by("-effective_on", "-released_at")[:limit])
    before = PathwayEdition.objects.defer("snapshot").in_bulk([e.before_id for e in newest])
    return [Released(e, before[e.before_id], _since(e)) for e in newest]


def _since(edition):
    """Midnight of its day; of one that was released on that day, the hour of its release."""
    midnight = datetime.combine(edition.effective_on, time.min)
    return max(timezone.make_aware(midnight), edition.released_at)

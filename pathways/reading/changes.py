"""What changed lately, told by the days on which pages were published."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from pathways.models import ChecklistItem

from .links import Link, link_to
from .released import released_lately

AT_ONCE = timedelta(seconds=1)


@dataclass(frozen=True)
class Change:
    """A page as it was published last, or an edition. Its ``id`` is another one on another day."""

    id: UUID
    link: Link
    summary: str
    first_on: datetime
    on: datetime
    edition: str = ""

    @property
    def is_new(self):
        """Whether it had never been published before."""
        return not self.edition and self.on - self.first_on < AT_ONCE


def changes_of_pathway(pathway, request, limit) -> list[Change]:
    """The pathway's pages and editions, and the guidance it leads to, newest first.

    :param pathway: in the language of the feed.
    """
    guidance = ChecklistItem.objects.filter(
        page__path__startswith=pathway.path, page__live=True, guidance__isnull=False
    ).values("guidance__translation_key")
    own = Q(path__startswith=pathway.path) | Q(
        translation_key__in=guidance, locale_id=pathway.locale_id
    )
    pages = Page.objects.live().public().filter(own).select_related("locale")
    pages = pages.order_by("-last_published_at", "path")[:limit]
    changes = [change_of(page, request) for page in pages.specific()]
    editions = [_edition(pathway, found) for found in released_lately(limit, [pathway.key])]
    return sorted([*editions, *changes], key=lambda change: change.on, reverse=True)[:limit]


def _edition(pathway, released) -> Change:
    language, number = pathway.locale.language_code, released.edition.number
    return Change(
        id=uuid5(pathway.translation_key, f"{language} edition {number}"),
        link=Link(pathway.title, released.url),
        summary=", ".join(released.kinds_of_changes()),
        first_on=released.on,
        on=released.on,
        edition=released.title,
    )


def change_of(page, request) -> Change:
    """A published page, in its specific form, as a change."""
    language = page.locale.language_code
    return Change(
        id=uuid5(page.translation_key, f"{language} {page.last_published_at.date()}"),
        link=link_to(page, request, language),
        summary=getattr(page, "summary", ""),
        first_on=page.first_published_at or page.last_published_at,
        on=page.last_published_at,
    )


def feed_title(title):
    """The name of a pathway's feed."""
    return _("Changes to %(pathway)s") % {"pathway": title}


def feed_url(key):
    """The address of a pathway's feed in the active language."""
    return reverse("pathways:feed", args=[key])

"""All editions of a pathway, for readers."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pathways.reading.links import Link

from .address import comparison_url, edition_url
from .standing import Standing
from .surroundings import edition_name


@dataclass(frozen=True)
class ListedEdition:
    """An edition in the list, and what changed with it."""

    edition: Standing
    link: Link
    changes: Link | None


@dataclass(frozen=True)
class EditionsView:
    """Everything that the list shows."""

    title: str
    summary: str
    lang: str
    pathway: Link
    editions: list[ListedEdition]


def listing_view(gate, key, known) -> EditionsView:
    """:param known: all `Standings`."""
    return EditionsView(
        title=_("Editions"),
        summary=_(
            "Every edition stays as it was. Whoever reads the pathway reads the one in force."
        ),
        lang=get_language(),
        pathway=gate.link,
        editions=[
            ListedEdition(
                edition=edition,
                link=Link(edition_name(edition.number), edition_url(key, edition.number)),
                changes=_changes(key, known.before(edition.number), edition),
            )
            for edition in known.all
        ],
    )


def _changes(key, before, edition):
    if before is None:
        return None
    words = _("What changed since edition %(number)s") % {"number": before.number}
    return Link(words, comparison_url(key, before.number, edition.number))
